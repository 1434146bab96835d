import { keepPreviousData, useInfiniteQuery, useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Entry, Json } from "../../../contract/record.ts";
import { idOf } from "../../../contract/record.ts";
import type { Entity, Screen } from "../../../contract/screen.ts";
import { pathsOf } from "../../../contract/tree.ts";
import { readGroups, readPage, recordsKey, type Wanted } from "../../../data/records.ts";
import { both } from "../../../data/filter.ts";
import { quote } from "../../condition/condition.ts";
import { isLink, selectionOf } from "../../record/selection.ts";
import { typeOf } from "../../widget/registry.ts";
import type { Asked } from "../view.ts";
import type { Column } from "./columns.ts";

export const PAGE = 100;

/** A line of the grid: a record, the head of a group, the rest of one, or a record that is still on its way. */
export type Line =
  | { readonly kind: "record"; readonly id: string; readonly record: Entry }
  | { readonly kind: "group"; readonly key: string; readonly value: Json; readonly count: number; readonly group: Entry }
  | { readonly kind: "more"; readonly key: string; readonly group: string; readonly count: number; readonly filter: string }
  | { readonly kind: "waiting"; readonly key: string };

/** What is asked for to show the columns, the colours and the name of each record. */
export function fieldsFor(columns: readonly Column[], screen: Screen, entity: Entity): string[] {
  const fields = { ...entity.fields, ...screen.fields };
  const colours = (screen.colors ?? []).flatMap(({ when }) => pathsOf(when)).map((path) => path.join("."));
  const rules = columns.flatMap(({ field }) => (typeof field.readOnly === "object" ? pathsOf(field.readOnly) : [])).map((path) => path.join("."));
  return [...new Set(selectionOf(["id", "version", entity.label, ...columns.map(({ path }) => path), ...colours, ...rules], fields))];
}

export function wantedOf(entity: Entity, asked: Asked, fields: readonly string[]): Wanted {
  return {
    entity: entity.entity,
    fields,
    limit: PAGE,
    ...(asked.filter && { filter: asked.filter }),
    ...(asked.q && { q: asked.q }),
    ...(asked.sort.length > 0 && { sort: asked.sort }),
    ...(asked.deleted && { deleted: true }),
  };
}

/** The records of a list, page by page as they are scrolled to. */
export function useRows(wanted: Wanted, enabled: boolean) {
  const query = useInfiniteQuery({
    queryKey: [...recordsKey(wanted.entity), "list", wanted],
    queryFn: ({ pageParam, signal }) => readPage(wanted, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next,
    placeholderData: keepPreviousData,
    enabled,
  });
  const lines = useMemo<readonly Line[]>(() => {
    return (query.data?.pages ?? []).flatMap(({ data }) => data.map((record) => ({ kind: "record" as const, id: String(record["id"]), record })));
  }, [query.data]);
  return { query, lines };
}

/** How many groups are read at once, and records of an open one; more of them when somebody asks. */
const GROUPS = 200;
export const IN_GROUP = 200;
export const MOST_IN_GROUP = 1000;

/** What stands in the head of a group below a column. */
export function measuresOf(columns: readonly Column[]): Readonly<Record<string, string>> {
  const summed = columns.filter(({ path, field, placed }) => {
    const type = typeOf(field);
    return !path.includes(".") && (placed.total ?? (type === "decimal" || type === "integer" ? "sum" : undefined)) !== undefined;
  });
  const sums = summed.map(({ path, placed }) => [`total_${path}`, `${placed.total ?? "sum"}(${placed.total === "count" ? "" : path})`] as const);
  return { count: "count()", ...Object.fromEntries(sums) };
}

/** The groups of a list, and the records of those that are open. */
export function useGroups(entity: Entity, asked: Asked, columns: readonly Column[], fields: readonly string[], open: ReadonlySet<string>, limits: Readonly<Record<string, number>>) {
  const by = asked.group ?? "";
  const field = entity.fields[by];
  const label = isLink(field) ? `${by}.${field?.to?.label}` : null;
  const base = { entity: entity.entity, ...(asked.filter && { filter: asked.filter }), ...(asked.q && { q: asked.q }) };
  const groups = useInfiniteQuery({
    queryKey: [...recordsKey(entity.entity), "groups", by, base, columns.map(({ path }) => path)],
    // Groups of one name stay in their order from page to page.
    queryFn: ({ pageParam, signal }) => readGroups({ ...base, groupBy: label ? [by, label] : [by], measures: measuresOf(columns), sort: label ? [label, by] : [by], limit: GROUPS, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, _, offset) => (last.length < GROUPS ? undefined : offset + GROUPS),
    enabled: by !== "",
    placeholderData: keepPreviousData,
  });
  const heads = (groups.data?.pages.flat() ?? []).map((group) => ({ group, value: group[by] ?? null, key: String(idOf(group[by]) ?? group[by] ?? "") }));
  const opened = heads.filter(({ key }) => open.has(key));
  const filterOf = ({ key, value }: { readonly key: string; readonly value: Json }) => {
    return both(asked.filter, value === null ? `${by} == null` : typeof value === "boolean" ? `${by} == ${value}` : `${by} == ${numeric(field && typeOf(field)) ? key : quote(key)}`) ?? "";
  };
  const inside = useQueries({
    queries: opened.map((head) => {
      const wanted: Wanted = { ...wantedOf(entity, asked, fields), filter: filterOf(head), limit: limits[head.key] ?? IN_GROUP };
      return { placeholderData: keepPreviousData, queryKey: [...recordsKey(entity.entity), "list", wanted], queryFn: ({ signal }: { signal: AbortSignal }) => readPage(wanted, null, signal) };
    }),
  });
  const lines = heads.flatMap(({ group, key, value }): readonly Line[] => {
    const head: Extract<Line, { kind: "group" }> = { kind: "group", key, value: label ? (group[label] ?? null) : value, count: Number(group["count"] ?? 0), group };
    const at = opened.findIndex((each) => each.key === key);
    if (at < 0) return [head];
    const records = inside[at]?.data?.data;
    if (!records) return [head, { kind: "waiting", key: `${key} waiting` }];
    const rest = head.count - records.length;
    const more: readonly Line[] = rest > 0 && records.length > 0 ? [{ kind: "more", key: `${key} more`, group: key, count: rest, filter: filterOf({ key, value }) }] : [];
    return [head, ...records.map((record) => ({ kind: "record" as const, id: String(record["id"]), record })), ...more];
  });
  return { groups, lines };
}

const numeric = (type: string | undefined) => type !== undefined && ["integer", "decimal", "money", "percent", "rating"].includes(type);
