import { queryOptions } from "@tanstack/react-query";
import type { EntityHead } from "../contract/screen.ts";
import { get } from "./client.ts";

const A_WHILE = 5 * 60_000;

export const entitiesQuery = queryOptions({
  queryKey: ["entities"],
  staleTime: A_WHILE,
  queryFn: async ({ signal }) => (await get<{ data: readonly EntityHead[] }>("/api/meta/entities", signal)).data,
});
