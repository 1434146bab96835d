import { queryOptions } from "@tanstack/react-query";
import type { Company, Site } from "../contract/workplace.ts";
import { ask, get } from "./client.ts";
import { keeper } from "./keeper.ts";

const A_WHILE = 5 * 60_000;

/** The companies in which the user may work; more than one gives him a choice. */
export const companiesQuery = queryOptions({
  queryKey: ["companies"],
  staleTime: A_WHILE,
  queryFn: async ({ signal }) => (await get<{ data: readonly Company[] }>("/api/auth/companies", signal)).data,
});

/** The sites between which the user may go. */
export const sitesQuery = queryOptions({
  queryKey: ["sites"],
  staleTime: A_WHILE,
  queryFn: async ({ signal }) => (await get<{ data: readonly Site[] }>("/api/auth/sites", signal)).data,
});

/** Works in another company from now on; whatever depends on it is read again. */
export async function chooseCompany(company: string): Promise<void> {
  await ask("/api/auth/company", { method: "PUT", body: { company } });
  await keeper.invalidateQueries();
}
