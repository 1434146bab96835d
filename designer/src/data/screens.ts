import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { Entity, Menu, Screen } from "../contract/screen.ts";
import { get } from "./client.ts";

const A_WHILE = 5 * 60_000;

export const menusQuery = queryOptions({
  queryKey: ["menus"],
  staleTime: A_WHILE,
  queryFn: async ({ signal }) => (await get<{ menus: readonly Menu[] }>("/api/screens/menu", signal)).menus,
});

/** What the user finds in the menu. */
export const useMenus = () => useQuery(menusQuery);

const place = (entity: string) => `/api/screens/${entity.replace(".", "/")}`;

export const entityQuery = (entity: string) => {
  return queryOptions({
    queryKey: ["screens", entity],
    staleTime: A_WHILE,
    queryFn: ({ signal }) => get<Entity>(place(entity), signal),
  });
};

export const screenQuery = (entity: string, view: string) => {
  return queryOptions({
    queryKey: ["screens", entity, view],
    staleTime: A_WHILE,
    queryFn: ({ signal }) => get<Screen>(`${place(entity)}/${view}`, signal),
  });
};

/** All fields and views of an entity. */
export const useEntity = (entity: string) => useSuspenseQuery(entityQuery(entity)).data;

/** One view of an entity, by its name or kind. */
export const useScreen = (entity: string, view: string) => useSuspenseQuery(screenQuery(entity, view)).data;
