import type { Json } from "../../../contract/record.ts";
import { idOf } from "../../../contract/record.ts";
import type { Entity, Field } from "../../../contract/screen.ts";
import { quote } from "../../condition/condition.ts";
import { typeOf } from "../../widget/typeOf.ts";

export const GRAINS = ["day", "week", "month", "quarter", "year"] as const;
export type Grain = (typeof GRAINS)[number];

/** By what numbers are split: a field, and of a date how finely. It is written `closed_on:month`. */
export interface Dimension {
  readonly name: string;
  readonly grain: Grain | undefined;
}

const isGrain = (text: string | undefined): text is Grain => (GRAINS as readonly (string | undefined)[]).includes(text);
const isDate = (field: Field | undefined) => field !== undefined && ["date", "dateTime"].includes(typeOf(field));

export function dimensionOf(text: string, entity: Entity): Dimension {
  const [name = "", grain] = text.split(":");
  return { name, grain: isDate(entity.fields[name]) ? (isGrain(grain) ? grain : "month") : undefined };
}

/** By what a list is grouped: of a date every day by itself, unless it says how finely. */
export const groupingOf = (text: string, entity: Entity): Dimension => (text.includes(":") ? dimensionOf(text, entity) : { name: text, grain: undefined });

/** The expression that groups by a dimension. */
export function groupOf({ name, grain }: Dimension, entity: Entity): string {
  const field = entity.fields[name];
  const day = field && typeOf(field) === "dateTime" ? `date(${name})` : name;
  return grain === undefined ? name : `startOf(${day}, '${grain}')`;
}

/** The condition that holds for the records of a group. */
export function conditionOf(dimension: Dimension, value: Json, entity: Entity): string {
  const group = groupOf(dimension, entity);
  const key = idOf(value) ?? value;
  if (key === null) return `${dimension.name} == null`;
  return typeof key === "boolean" || typeof key === "number" ? `${group} == ${key}` : `${group} == ${quote(String(key))}`;
}

const QUARTER = 3;

/** A day that stands for a week, a month, a quarter or a year, in words. */
export function grainWords(day: string, grain: Grain, locale: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (grain) {
    case "year":
      return String(year);
    case "quarter":
      return `${year} Q${Math.floor(month / QUARTER) + 1}`;
    case "month":
      return new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short", year: "numeric" }).format(date);
    case "week":
    case "day":
      return new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "short" }).format(date);
  }
}
