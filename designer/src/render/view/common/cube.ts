import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Entry } from "../../../contract/record.ts";
import { idOf } from "../../../contract/record.ts";
import type { Entity, Field, Screen } from "../../../contract/screen.ts";
import { readGroups, recordsKey } from "../../../data/records.ts";
import { isLink } from "../../record/selection.ts";
import type { Words } from "../../text/text.ts";
import { isNumber, typeOf } from "../../widget/registry.ts";
import type { Asked } from "../view.ts";
import type { Formats } from "../../format/formats.ts";
import { type Cell, COUNT, type Cube } from "./cells.ts";
import { titleWith } from "./titles.ts";
import { conditionOf, dimensionOf, grainWords, groupOf } from "./dimension.ts";

const GROUPING = ["choice", "link", "user", "boolean"];
const MOST = 1000;

const DATES = ["date", "dateTime"];
const OFFERED = ["month", "quarter", "year"] as const;

/** By what one may count: fields with few values, and dates by month, quarter or year. */
export function dimensionsFor(entity: Entity, t: Words): readonly { readonly key: string; readonly title: string }[] {
  const fields = Object.entries(entity.fields);
  const plain = fields.filter(([, field]) => GROUPING.includes(typeOf(field)) && !field.system).map(([key, { title }]) => ({ key, title }));
  return [...plain, ...periodsFor(entity, t)];
}

/** Dates by month, quarter or year. */
export function periodsFor(entity: Entity, t: Words): readonly { readonly key: string; readonly title: string }[] {
  return Object.entries(entity.fields)
    .filter(([name, field]) => DATES.includes(typeOf(field)) && (!field.system || name === "created_at"))
    .flatMap(([name, { title }]) => OFFERED.map((grain) => ({ key: `${name}:${grain}`, title: t("cube.grain", { field: title, grain }) })));
}

/** Numbers that can be added up; sums of money in different currencies mean nothing. */
export const measurable = (entity: Entity) => Object.entries(entity.fields).filter(([, field]) => isNumber(field) && field.type !== "rating" && !field.currency && !field.system);

/** The measures that one may choose: those of the view, the count, and sums of all numbers. */
export function measuresFor(screen: Screen, entity: Entity, t: Words): readonly { readonly key: string; readonly title: string }[] {
  const given = screen.uses?.["measures"] ?? [];
  const sums = measurable(entity).map(([name]) => `sum(${name})`);
  return [...new Set([COUNT, ...given, ...sums])].map((key) => ({ key, title: measureTitle(key, screen, entity, t) }));
}

export function measureTitle(measure: string, screen: Screen, entity: Entity, t: Words): string {
  const [, operation, name] = /^(\w+)\((\w*)\)$/.exec(measure) ?? [];
  if (operation === "count") return t("cube.count");
  const field = name ? (entity.fields[name] ?? screen.fields[name]) : undefined;
  return field ? t("cube.measure", { operation: operation ?? "", field: field.title }) : measure;
}

const labelPath = (name: string, field: Field | undefined) => (isLink(field) ? `${name}.${field?.to?.label}` : null);

/** The groups of a cube with their values. */
export function useCube(entity: Entity, asked: Asked, cube: Cube, formats: Formats, t: Words) {
  const locale = formats.preferred.locale;
  const by = [...cube.rows, ...cube.columns].map((text) => dimensionOf(text, entity)).filter(({ name }) => entity.fields[name]);
  const groups = by.map((dimension) => groupOf(dimension, entity));
  const groupBy = by.flatMap(({ name }, index) => {
    const label = labelPath(name, entity.fields[name]);
    return [groups[index] ?? name, ...(label ? [label] : [])];
  });
  const sort = by.flatMap(({ grain }, index) => (grain ? [groups[index] ?? ""] : []));
  const wanted = { entity: entity.entity, ...(asked.filter && { filter: asked.filter }), ...(asked.q && { q: asked.q }), groupBy, measures: { value: cube.measure }, ...(sort.length > 0 && { sort }), limit: MOST };
  const query = useQuery({
    queryKey: [...recordsKey(entity.entity), "cube", wanted],
    queryFn: ({ signal }) => readGroups(wanted, signal),
    placeholderData: keepPreviousData,
    enabled: by.length > 0,
  });
  const dimensions = [...cube.rows, ...cube.columns].join();
  // The same cells as long as the numbers are the same: what is drawn of them is then not drawn anew.
  const cells = useMemo(() => {
    const title = titleWith(formats, t);
    return (query.data ?? []).map((group: Entry): Cell => {
      const values = groups.map((key) => group[key] ?? null);
      return {
        keys: values.map((value) => idOf(value) ?? String(value ?? "")),
        titles: by.map(({ name, grain }, index) => {
          const value = values[index] ?? null;
          const field = entity.fields[name];
          const label = labelPath(name, field);
          if (grain && typeof value === "string") return grainWords(value, grain, locale);
          return label ? String(group[label] ?? "") : field ? title(field, value) : String(value ?? "");
        }),
        value: Number(group["value"] ?? 0),
        filter: by.map((dimension, index) => conditionOf(dimension, values[index] ?? null, entity)).join(" && "),
      };
      });
    // What it is grouped by is made anew from these.
    // eslint-disable-next-line
  }, [query.data, entity, dimensions, formats, t, locale]);
  return { query, cells, isFull: cells.length === MOST };
}

/** The place of an option among its field's, or of a day among days. */
export const orderIn = (entity: Entity, by: readonly string[]) => (index: number, key: string) => {
  if (by[index]?.includes(":")) return key === "" ? Number.MAX_SAFE_INTEGER : Date.parse(key);
  const options = entity.fields[by[index] ?? ""]?.options;
  const at = options?.findIndex((option) => option.key === key) ?? 0;
  return at < 0 ? (options?.length ?? 0) : at;
};
