import { queryOptions } from "@tanstack/react-query";
import type { Listing } from "../contract/record.ts";
import { get, query } from "./client.ts";

export interface Somebody {
  readonly id: string;
  readonly username: string;
  readonly name: string;
}

const MOST = 8;

/** Users whose name, or user name, has the letters. */
export const peopleQuery = (letters: string) => {
  const text = letters.toLowerCase().replace(/['\\]/g, "\\$&");
  const filter = text === "" ? undefined : `contains(lower(name), '${text}') || startsWith(lower(username), '${text}')`;
  return queryOptions({
    queryKey: ["records", "sys.user", "people", text],
    queryFn: async ({ signal }) => (await get<Listing<Somebody>>(`/api/sys/user${query({ fields: "id,username,name", filter, sort: "name", limit: MOST })}`, signal)).data,
  });
};
