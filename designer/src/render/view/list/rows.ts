import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Entry, Listing } from "../../../contract/record.ts";
import type { Entity, Screen } from "../../../contract/screen.ts";
import { pathsOf } from "../../../contract/tree.ts";
import { keeper } from "../../../data/keeper.ts";
import { countQuery, readIds, type Wanted } from "../../../data/records.ts";
import { selectionOf } from "../../record/selection.ts";
import type { Asked } from "../view.ts";
import type { Column } from "./columns.ts";
import { idsOf, type Lines, linesOf, rowIn, WAITING } from "./lines.ts";
import { isFromEnd, keptPart, PART, partKey, readPart } from "./part.ts";

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
    limit: PART,
    ...(asked.filter && { filter: asked.filter }),
    ...(asked.q && { q: asked.q }),
    ...(asked.sort.length > 0 && { sort: asked.sort }),
    ...(asked.deleted && { deleted: true }),
  };
}

/** The part that was looked at when a list was opened. */
const FIRST: readonly number[] = [0];

/** Of a part that was not read. */
const NONE: Listing["data"] = [];

/** What somebody looks at of a list: parts of it, perhaps its end. */
interface Look {
  readonly list: string;
  readonly parts: readonly number[];
  readonly toEnd: boolean;
}

/** Parts that do not follow one another are read only where somebody stays: not all that a scrollbar is dragged over. */
const STAY_MILLISECONDS = 120;

/**
 * The records of a list: those that are looked at, wherever that is. How many there are is first told roughly; it is
 * counted when somebody goes where one counts from the end.
 */
export function useRows(wanted: Wanted, enabled: boolean) {
  const list = JSON.stringify(wanted);
  const [asked, setAsked] = useState<Look>({ list, parts: FIRST, toEnd: false });
  const { parts, toEnd } = asked.list === list ? asked : { parts: FIRST, toEnd: false };
  const first = useQuery({ queryKey: partKey(wanted, 0, 0), queryFn: ({ signal }) => readPart(wanted, 0, 0, signal), placeholderData: keepPreviousData, enabled });
  // Of a list that is still the one before, nothing else is asked.
  const isThere = enabled && !first.isPlaceholderData && first.data !== undefined;
  const isLong = isThere && first.data.page.next !== null;
  const rough = useQuery({ ...countQuery(wanted), enabled: isLong }).data ?? null;
  const counted = countQuery(wanted, "exact");
  // Where nothing is, the list is shorter than was told.
  const isFar = parts.some((part) => isFromEnd(part, rough ?? 0) || (part > 0 && keptPart(wanted, part, rough ?? 0)?.data.length === 0));
  const exact = useQuery({ ...counted, enabled: isLong && (toEnd || isFar || keeper.getQueryData(counted.queryKey) !== undefined) }).data ?? null;
  const told = exact ?? rough ?? 0;
  const others = parts.filter((part) => part > 0 && (!isFromEnd(part, told) || (exact !== null && part * PART < exact)));
  const read = useQueries({
    queries: isLong ? others.map((part) => ({ queryKey: partKey(wanted, part, told), queryFn: ({ signal }: { readonly signal: AbortSignal }) => readPart(wanted, part, told, signal) })) : [],
  });
  const partOf = (part: number): Listing | undefined => (part === 0 ? first.data : isLong ? (read[others.indexOf(part)]?.data ?? keptPart(wanted, part, told)) : undefined);
  // While another list is on its way, there is as much room as before: nothing jumps.
  const before = useRef(0);
  const length = isThere ? lengthOf(told, (isLong ? [0, ...others] : FIRST).map((part) => ({ part, fromEnd: isFromEnd(part, told), listing: partOf(part) }))) : first.data ? before.current : 0;
  before.current = length;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = (from: number, to: number) => {
    clearTimeout(timer.current);
    if (!isLong) return;
    const seen = spanOf(Math.floor(from / PART), Math.floor(Math.min(to, length - 1) / PART));
    if (seen.join() === parts.join()) return;
    const go = () => setAsked({ list, parts: seen, toEnd });
    const isNear = seen.some((part) => parts.includes(part) || partOf(part - 1) !== undefined || partOf(part) !== undefined);
    if (isNear) go();
    else timer.current = setTimeout(go, STAY_MILLISECONDS);
  };
  const lines: Lines = {
    length,
    isWhole: isThere && (!isLong || exact !== null),
    isSettled: isThere && !first.isFetching && read.every(({ isFetching }) => !isFetching),
    at: (index) => {
      if (index < 0 || index >= length) return undefined;
      const listing = partOf(Math.floor(index / PART));
      return (listing && linesOf(listing.data)[index % PART]) ?? WAITING;
    },
    rowOf: (id) => {
      for (const part of isLong ? new Set([...parts, (parts[0] ?? 0) - 1, (parts.at(-1) ?? 0) + 1, 0]) : FIRST) {
        const row = rowIn(linesOf(partOf(part)?.data ?? NONE), id);
        if (row !== undefined) return part * PART + row;
      }
      return undefined;
    },
    known: knownAround(parts, partOf).flatMap(linesOf),
    look,
    seekEnd: () => setAsked({ list, parts, toEnd: true }),
    ids: async (from, to) => {
      const count = Math.min(to - from + 1, MOST_REACHED);
      const there = spanOf(from, from + count - 1).map((index) => lines.at(index) ?? WAITING);
      if (there.every((line) => line.kind !== "waiting")) return idsOf(there);
      const { fields: _, limit: __, ...which } = wanted;
      return await readIds({ ...which, offset: from }, count);
    },
  };
  return { query: first, lines };
}

/** So many records are selected at most by reaching from one to another. */
const MOST_REACHED = 10_000;

const spanOf = (first: number, last: number): readonly number[] => Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => first + index);

interface Read {
  readonly part: number;
  readonly fromEnd: boolean;
  readonly listing: Listing | undefined;
}

/** How long a list is, by what was told of it and by what was read: where nothing follows, there is its end. */
export function lengthOf(told: number, parts: readonly Read[]): number {
  const forward = parts.flatMap(({ part, fromEnd, listing }) => (listing && !fromEnd && (part === 0 || listing.data.length > 0) ? [{ end: part * PART + listing.data.length, isLast: listing.page.next === null }] : []));
  const last = forward.find(({ isLast }) => isLast);
  return last ? last.end : Math.max(told, ...forward.map(({ end }) => end + 1));
}

/** The records of the parts that were read and hang together with those that are looked at. */
function knownAround(parts: readonly number[], partOf: (part: number) => Listing | undefined): readonly (readonly Entry[])[] {
  const at = parts.find((part) => partOf(part) !== undefined);
  if (at === undefined) return [];
  let first = at;
  let end = at + 1;
  while (first > 0 && partOf(first - 1)) first--;
  while (partOf(end)) end++;
  return spanOf(first, end - 1).map((part) => partOf(part)?.data ?? []);
}
