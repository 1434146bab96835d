import { queryOptions } from "@tanstack/react-query";
import type { Entry, Listing } from "../contract/record.ts";
import { both } from "./filter.ts";
import { get, placeOf, query } from "./client.ts";

/** What a record is called. */
export const labelQuery = (entity: string, label: string, id: string) => {
  return queryOptions({
    queryKey: ["records", entity, "label", id],
    queryFn: async ({ signal }) => String((await get<Entry>(`${placeOf(entity)}/${id}${query({ fields: label })}`, signal))[label] ?? ""),
  });
};

export interface Offered {
  readonly entity: string;
  readonly label: string;
  readonly words: string;
  /** Which records can be chosen at all. */
  readonly filter?: string | undefined;
  /** Further fields of each. */
  readonly more?: readonly string[];
}

const MOST = 20;

/** Records that a link offers: those whose name has the words, the shortest names first. */
export const offeredQuery = ({ entity, label, words, filter, more = [] }: Offered) => {
  const named = words === "" ? undefined : `contains(lower(${label}), '${words.toLowerCase().replace(/['\\]/g, "\\$&")}')`;
  const wanted = { fields: [...new Set(["id", label, ...more])].join(), filter: both(named, filter), sort: label, limit: MOST };
  return queryOptions({
    queryKey: ["records", entity, "offered", wanted],
    queryFn: async ({ signal }) => (await get<Listing>(`${placeOf(entity)}${query(wanted)}`, signal)).data,
  });
};
