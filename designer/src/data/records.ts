import { queryOptions } from "@tanstack/react-query";
import type { Change, Entry, Listing } from "../contract/record.ts";
import { ask, get, placeOf, post, query } from "./client.ts";
import { keeper } from "./keeper.ts";

/** Which records of an entity, and what of them. */
export interface Wanted {
  readonly entity: string;
  readonly fields: readonly string[];
  readonly filter?: string;
  readonly sort?: readonly string[];
  /** Words to look for. */
  readonly q?: string;
  readonly limit?: number;
  readonly deleted?: boolean;
  /** How many come before those that are read. */
  readonly offset?: number;
  /** Read from the end of the list: in the very opposite order. */
  readonly reverse?: boolean;
  /** Whether to say how many there are: of a million that takes longer than reading the first hundred. */
  readonly counted?: "estimate" | "exact";
}

export const allRecordsKey = ["records"] as const;
export const recordsKey = (entity: string) => [...allRecordsKey, entity] as const;

/** A page of a list; `cursor` is what the page before said comes next. */
export function readPage(wanted: Wanted, cursor: string | null, signal?: AbortSignal): Promise<Listing> {
  const { entity, fields, filter, sort, q, limit, deleted, offset, reverse, counted = "none" } = wanted;
  const parameters = {
    fields: fields.join(","),
    filter,
    sort: sort?.join(","),
    q,
    limit,
    deleted: deleted ? "true" : undefined,
    reverse: reverse ? "true" : undefined,
    offset: cursor === null && offset ? offset : undefined,
    cursor: cursor ?? undefined,
    count: cursor === null ? counted : "none",
  };
  return get<Listing>(`${placeOf(entity)}${query(parameters)}`, signal);
}

/** Which records a list has, whatever it shows of them. */
export type Shown = Pick<Wanted, "entity" | "filter" | "q" | "deleted">;

/** How many there are; roughly is said at once, exactly takes a while where there are many. */
export const countQuery = ({ entity, filter, q, deleted }: Shown, counted: "estimate" | "exact" = "estimate") => {
  const wanted: Wanted = { entity, fields: ["id"], limit: 1, counted, ...(filter && { filter }), ...(q && { q }), ...(deleted && { deleted }) };
  return queryOptions({ queryKey: [...recordsKey(entity), "count", wanted], queryFn: async ({ signal }) => (await readPage(wanted, null, signal)).page.count ?? null });
};

const IDS_AT_ONCE = 500;

/** The ids of the records of a list, as many as are wanted at most. */
export async function readIds(wanted: Omit<Wanted, "fields" | "limit">, most: number): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const { data, page }: Listing = await readPage({ ...wanted, fields: ["id"], limit: Math.min(IDS_AT_ONCE, most - ids.length) }, cursor);
    ids.push(...data.map(({ id }) => String(id)));
    cursor = page.next;
  } while (cursor !== null && ids.length < most);
  return ids.slice(0, most);
}

export interface Kept {
  readonly record: Entry;
  readonly tag: string | null;
}

export const recordQuery = (entity: string, id: string, fields: readonly string[]) => {
  return queryOptions({
    queryKey: [...recordsKey(entity), "one", id, fields.join(",")],
    queryFn: async ({ signal }): Promise<Kept> => {
      // Who asks whether it is in the bin wants to see it there.
      const deleted = fields.includes("deleted_at") ? "any" : undefined;
      const { body, tag } = await ask<Entry>(`${placeOf(entity)}/${id}${query({ fields: fields.join(","), deleted })}`, { signal });
      return { record: body, tag };
    },
  });
};

export interface Grouped {
  readonly entity: string;
  readonly filter?: string;
  readonly q?: string;
  readonly groupBy: readonly string[];
  readonly measures: Readonly<Record<string, string>>;
  readonly sort?: readonly string[];
  readonly limit?: number;
  /** How many groups come before. */
  readonly offset?: number;
}

/** Groups of records with what was computed over each. */
export async function readGroups({ entity, ...asked }: Grouped, signal?: AbortSignal): Promise<readonly Entry[]> {
  const { body } = await ask<Listing>(`${placeOf(entity)}/query`, { method: "POST", body: asked, ...(signal && { signal }) });
  return body.data;
}

export const create = async (entity: string, record: Entry, key: string) => {
  const made = await post<Entry>(placeOf(entity), record, { "Idempotency-Key": key });
  await changed(entity);
  return made;
};

/** Changes fields of a record; refused where somebody else was faster, when a version is given. */
export async function change(entity: string, id: string, fields: Entry, version?: number | string): Promise<Entry> {
  const { body } = await ask<Entry>(`${placeOf(entity)}/${id}`, {
    method: "PATCH",
    body: fields,
    ...(version !== undefined && { headers: { "If-Match": `"${version}"` } }),
  });
  await changed(entity);
  return body;
}

export async function remove(entity: string, id: string): Promise<void> {
  await ask(`${placeOf(entity)}/${id}`, { method: "DELETE" });
  await changed(entity);
}

export async function restore(entity: string, id: string): Promise<void> {
  await post(`${placeOf(entity)}/${id}/restore`);
  await changed(entity);
}

export interface Batch {
  readonly create?: readonly Entry[];
  readonly update?: readonly Entry[];
  readonly delete?: readonly string[];
}

/** All of it or nothing. */
export async function batch(entity: string, work: Batch): Promise<void> {
  await post(`${placeOf(entity)}/batch`, { ...work, atomic: true });
  await changed(entity);
}

export const readHistory = async (entity: string, id: string, signal?: AbortSignal) => {
  return (await get<Listing<Change>>(`${placeOf(entity)}/${id}/history?limit=100`, signal)).data;
};

/** Lists, groups and records of the entity are read again where they show. */
export const changed = (entity: string) => keeper.invalidateQueries({ queryKey: recordsKey(entity) });
