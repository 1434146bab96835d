import { keepPreviousData, useInfiniteQuery, useQueries } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Json } from "../../../contract/record.ts";
import { idOf } from "../../../contract/record.ts";
import type { Entity } from "../../../contract/screen.ts";
import { both } from "../../../data/filter.ts";
import { readGroups, readPage, recordsKey, type Wanted } from "../../../data/records.ts";
import { quote } from "../../condition/condition.ts";
import { isLink } from "../../record/selection.ts";
import { typeOf } from "../../widget/registry.ts";
import { conditionOf, groupingOf, groupOf } from "../common/dimension.ts";
import type { Asked } from "../view.ts";
import type { Column } from "./columns.ts";
import { type Line, linesOf, readLines, WAITING } from "./lines.ts";
import { wantedOf } from "./rows.ts";

/** How many groups are read at once, and records of an open one; more of them when somebody asks. */
const GROUPS = 200;
/** Nobody looks for the end of more groups than these. */
const MOST_GROUPS = 10_000;
/** So many lines before the end, the next groups are asked for. */
const AHEAD = 20;
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
export function useGroups(entity: Entity, asked: Asked, columns: readonly Column[], fields: readonly string[], open: ReadonlySet<string>, limitOf: (group: string) => number) {
  const grouping = groupingOf(asked.group ?? "", entity);
  const by = groupOf(grouping, entity);
  const field = entity.fields[grouping.name];
  const label = isLink(field) ? `${by}.${field?.to?.label}` : null;
  const base = { entity: entity.entity, ...(asked.filter && { filter: asked.filter }), ...(asked.q && { q: asked.q }) };
  const groups = useInfiniteQuery({
    queryKey: [...recordsKey(entity.entity), "groups", by, base, columns.map(({ path }) => path)],
    // Groups of one name stay in their order from page to page.
    queryFn: ({ pageParam, signal }) => readGroups({ ...base, groupBy: label ? [by, label] : [by], measures: measuresOf(columns), sort: label ? [label, by] : [by], limit: GROUPS, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, _, offset) => (last.length < GROUPS ? undefined : offset + GROUPS),
    enabled: grouping.name !== "",
    placeholderData: keepPreviousData,
  });
  const heads = (groups.data?.pages.flat() ?? []).map((group) => ({ group, value: group[by] ?? null, key: String(idOf(group[by]) ?? group[by] ?? "") }));
  const opened = heads.filter(({ key }) => open.has(key));
  const filterOf = ({ key, value }: { readonly key: string; readonly value: Json }) => {
    if (grouping.grain) return both(asked.filter, conditionOf(grouping, value, entity)) ?? "";
    return both(asked.filter, value === null ? `${by} == null` : typeof value === "boolean" ? `${by} == ${value}` : `${by} == ${numeric(field && typeOf(field)) ? key : quote(key)}`) ?? "";
  };
  const inside = useQueries({
    queries: opened.map((head) => {
      const wanted: Wanted = { ...wantedOf(entity, asked, fields), filter: filterOf(head), limit: limitOf(head.key) };
      return { placeholderData: keepPreviousData, queryKey: [...recordsKey(entity.entity), "list", wanted], queryFn: ({ signal }: { signal: AbortSignal }) => readPage(wanted, null, signal) };
    }),
  });
  const shown = heads.flatMap(({ group, key, value }): readonly Line[] => {
    const head: Extract<Line, { kind: "group" }> = { kind: "group", key, value: label ? (group[label] ?? null) : value, grain: grouping.grain, count: Number(group["count"] ?? 0), group };
    const at = opened.findIndex((each) => each.key === key);
    if (at < 0) return [head];
    const records = inside[at]?.data?.data;
    if (!records) return [head, WAITING];
    const rest = head.count - records.length;
    const more: readonly Line[] = rest > 0 && records.length > 0 ? [{ kind: "more", key: `${key} more`, group: key, count: rest, filter: filterOf({ key, value }) }] : [];
    return [head, ...linesOf(records), ...more];
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isPending } = groups;
  const [toEnd, setToEnd] = useState(false);
  const count = heads.length;
  useEffect(() => {
    if (!toEnd || isFetchingNextPage) return;
    if (hasNextPage && count < MOST_GROUPS) void fetchNextPage();
    else setToEnd(false);
  }, [toEnd, hasNextPage, isFetchingNextPage, fetchNextPage, count]);
  const look = (_: number, last: number) => {
    if (hasNextPage && !isFetchingNextPage && last >= shown.length - AHEAD) void fetchNextPage();
  };
  const isSettled = !groups.isFetching && !groups.isPlaceholderData && inside.every(({ isFetching }) => !isFetching);
  return { groups, lines: readLines(shown, { isWhole: !isPending && (!hasNextPage || count >= MOST_GROUPS), isSettled, look, seekEnd: () => setToEnd(true) }) };
}

const numeric = (type: string | undefined) => type !== undefined && ["integer", "decimal", "money", "percent", "rating"].includes(type);
