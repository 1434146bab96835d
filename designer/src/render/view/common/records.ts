import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Entry } from "../../../contract/record.ts";
import type { Entity, Screen } from "../../../contract/screen.ts";
import { pathsOf } from "../../../contract/tree.ts";
import { both } from "../../../data/filter.ts";
import { readPage, recordsKey, type Wanted } from "../../../data/records.ts";
import { holds } from "../../expression/evaluate.ts";
import type { Circumstances } from "../../record/circumstances.ts";
import { rowOf } from "../../record/row.ts";
import { selectionOf } from "../../record/selection.ts";
import type { Asked } from "../view.ts";

/** The paths that a view shows on each record. */
export const shownPaths = (screen: Screen) => (screen.columns ?? []).filter(({ visible }) => visible !== false).map(({ field }) => field);

/** What to ask for: what shows, what colours depend on, and what the view needs besides. */
export function fieldsOf(screen: Screen, entity: Entity, more: readonly string[] = []): readonly string[] {
  const fields = { ...entity.fields, ...screen.fields };
  const colours = (screen.colors ?? []).flatMap(({ when }) => pathsOf(when)).map((path) => path.join("."));
  return [...new Set(selectionOf([...new Set(["id", "version", entity.label, ...shownPaths(screen), ...colours, ...more])], fields))];
}

export function wantedFor(entity: Entity, asked: Asked, fields: readonly string[], limit: number, filter?: string): Wanted {
  const whole = both(asked.filter, filter);
  return {
    entity: entity.entity,
    fields,
    limit,
    ...(whole && { filter: whole }),
    ...(asked.q && { q: asked.q }),
    ...(asked.sort.length > 0 && { sort: asked.sort }),
    ...(asked.deleted && { deleted: true }),
  };
}

/** All records that a view shows at once. */
export function useRecords(wanted: Wanted) {
  return useQuery({
    queryKey: [...recordsKey(wanted.entity), "list", wanted, "all"],
    queryFn: ({ signal }) => readPage(wanted, null, signal),
    placeholderData: keepPreviousData,
  });
}

/** The colour that the view's conditions give a record. */
export function colorOf(record: Entry, screen: Screen, where: Circumstances): string | undefined {
  const row = rowOf(record);
  return screen.colors?.find(({ when }) => holds(when, [row], where))?.color;
}

/** How a colour marks an element: by a class, or by its own value. */
export function colorMark(color: string | undefined): { readonly className: string; readonly style: React.CSSProperties } {
  if (!color) return { className: "", style: {} };
  return color.startsWith("#") ? { className: "", style: { "--row": color } as React.CSSProperties } : { className: `row-${color}`, style: {} };
}

export const labelOf = (record: Entry, path: string) => {
  const value = path.split(".").reduce<unknown>((at, name) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[name] : undefined), record);
  return typeof value === "string" || typeof value === "number" ? String(value) : "…";
};

/** The day of a date or of a moment, where the user is. */
export function dayOf(value: unknown, zone: string): string | null {
  if (typeof value !== "string" || value === "") return null;
  if (!value.includes("T")) return value.slice(0, 10);
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(value));
}

const DAY = 86_400_000;

/** Days counted from 1970, for computing with them. */
export const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
export const dayText = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);

/** A day in a condition on a field of dates or of moments. */
export const dayLiteral = (type: string, day: string) => (type === "dateTime" ? `dateTime('${day}T00:00:00Z')` : `date('${day}')`);
