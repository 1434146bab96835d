import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Entry, Json } from "../../../contract/record.ts";
import { idOf } from "../../../contract/record.ts";
import type { Entity, Field, Screen } from "../../../contract/screen.ts";
import { readGroups, recordsKey } from "../../../data/records.ts";
import type { Formats } from "../../format/formats.ts";
import { isLink } from "../../record/selection.ts";
import type { Words } from "../../text/text.ts";
import { isNumber, typeOf } from "../../widget/registry.ts";
import type { Asked } from "../view.ts";
import { type Cell, COUNT, type Cube } from "./cells.ts";

const GROUPING = ["choice", "link", "user", "boolean"];
const MOST = 1000;

export const groupable = (entity: Entity) => Object.entries(entity.fields).filter(([, field]) => GROUPING.includes(typeOf(field)) && !field.system);
export const measurable = (entity: Entity) => Object.entries(entity.fields).filter(([, field]) => isNumber(field) && field.type !== "rating" && !field.system);

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
export function useCube(entity: Entity, asked: Asked, cube: Cube, title: (field: Field, value: Json) => string) {
  const by = [...cube.rows, ...cube.columns];
  const fields = by.map((name) => entity.fields[name]);
  const groupBy = by.flatMap((name, index) => {
    const label = labelPath(name, fields[index]);
    return label ? [name, label] : [name];
  });
  const wanted = { entity: entity.entity, ...(asked.filter && { filter: asked.filter }), ...(asked.q && { q: asked.q }), groupBy, measures: { value: cube.measure }, limit: MOST };
  const query = useQuery({
    queryKey: [...recordsKey(entity.entity), "cube", wanted],
    queryFn: ({ signal }) => readGroups(wanted, signal),
    placeholderData: keepPreviousData,
    enabled: by.length > 0,
  });
  const cells = (query.data ?? []).map((group: Entry): Cell => {
    const values = by.map((name) => group[name] ?? null);
    return {
      keys: values.map((value) => idOf(value) ?? String(value ?? "")),
      titles: values.map((value, index) => {
        const label = labelPath(by[index] ?? "", fields[index]);
        const field = fields[index];
        return label ? String(group[label] ?? "") : field ? title(field, value) : String(value ?? "");
      }),
      value: Number(group["value"] ?? 0),
    };
  });
  return { query, cells, isFull: cells.length === MOST };
}

/** A value of a group in words. */
export const titleWith = (formats: Formats, t: Words) => (field: Field, value: Json) => {
  if (value === null || value === "") return "";
  const option = field.options?.find(({ key }) => key === value);
  if (option) return option.title;
  if (typeof value === "boolean") return t(value ? "value.true" : "value.false");
  return typeOf(field) === "date" ? formats.date(String(value)) : String(value);
};

/** The place of an option among its field's. */
export const orderIn = (entity: Entity, by: readonly string[]) => (index: number, key: string) => {
  const options = entity.fields[by[index] ?? ""]?.options;
  const at = options?.findIndex((option) => option.key === key) ?? 0;
  return at < 0 ? (options?.length ?? 0) : at;
};
