import { queryOptions } from "@tanstack/react-query";
import { get } from "./client.ts";

/** An entity that the caller may see, in few words. */
export interface EntityHead {
  readonly name: string;
  readonly title: string;
  readonly plural: string;
  readonly label: string;
  readonly shape: string;
  readonly icon?: string;
}

const A_WHILE = 5 * 60_000;

export const entitiesQuery = queryOptions({
  queryKey: ["entities"],
  staleTime: A_WHILE,
  queryFn: async ({ signal }) => (await get<{ data: readonly EntityHead[] }>("/api/meta/entities", signal)).data,
});
