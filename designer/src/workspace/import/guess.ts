import type { DateOrder, ImportPreview } from "../../contract/imports.ts";
import type { Entity, Field } from "../../contract/screen.ts";
import { typeOf } from "../../render/widget/typeOf.ts";

/** Names are compared without accents, blanks and signs. */
const bare = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

export interface Target {
  readonly path: string;
  readonly field: Field;
}

/** Fields that a file may fill. */
export function targetsOf(entity: Pick<Entity, "fields">): readonly Target[] {
  return Object.entries(entity.fields)
    .filter(([name, field]) => name === "external_id" || !(field.system || field.readOnly === true || field.formula || ["lookup", "lines", "file", "files", "image", "signature"].includes(field.type)))
    .map(([path, field]) => ({ path, field }));
}

/** The field that each column seems to be, by its name or what people call it; each field once. */
export function guessColumns(columns: readonly string[], entity: Pick<Entity, "fields" | "singular">): Readonly<Record<string, string>> {
  const targets = targetsOf(entity);
  const taken = new Set<string>();
  const found: Record<string, string> = {};
  const take = (column: string, path: string | undefined) => {
    if (path === undefined || taken.has(path) || found[column] !== undefined) return;
    taken.add(path);
    found[column] = path;
  };
  const by = (same: (column: string, target: Target) => boolean) => {
    for (const column of columns) take(column, targets.find((target) => !taken.has(target.path) && same(column, target))?.path);
  };
  by((column, { path }) => column.trim() === path);
  for (const column of columns) {
    const [link = "", key] = column.trim().split(".");
    if (key && entity.fields[link]?.to) take(column, column.trim());
  }
  by((column, { path, field }) => [bare(path), bare(field.title)].includes(bare(column)));
  // “Customer name” is the name of a customer.
  const own = bare(entity.singular);
  by((column, { path, field }) => [own + bare(path), own + bare(field.title), bare(path) + own, bare(field.title) + own].includes(bare(column)));
  by((column, { field }) => bare(column).length > 3 && bare(field.title).startsWith(bare(column)));
  return found;
}

const DAY = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}/;

const textsOf = ({ rows }: ImportPreview, columns: readonly string[]) => columns.flatMap((column) => rows.map((row) => String(row[column] ?? "").trim())).filter((text) => text !== "");

const columnsOf = (mapping: Readonly<Record<string, string>>, entity: Pick<Entity, "fields">, types: readonly string[]) => {
  return Object.entries(mapping).flatMap(([column, path]) => {
    const field = entity.fields[path];
    return field && types.includes(typeOf(field)) ? [column] : [];
  });
};

/** In which order the file writes days, as far as it shows; as the user's language does where it may be either. */
export function guessDates(preview: ImportPreview, mapping: Readonly<Record<string, string>>, entity: Pick<Entity, "fields">, locale: string): DateOrder {
  const days = textsOf(preview, columnsOf(mapping, entity, ["date", "dateTime"])).map((text) => DAY.exec(text));
  const written = days.filter((day) => day !== null);
  if (written.length === 0) return "ymd";
  if (written.some(([, first]) => Number(first) > 12)) return "dmy";
  if (written.some(([, , second]) => Number(second) > 12)) return "mdy";
  return locale.toLowerCase() === "en-us" || locale === "en" ? "mdy" : "dmy";
}

/** What stands before decimal places, as far as the file shows. */
export function guessDecimals(preview: ImportPreview, mapping: Readonly<Record<string, string>>, entity: Pick<Entity, "fields">): "." | "," {
  const numbers = textsOf(preview, columnsOf(mapping, entity, ["decimal", "money", "percent"]));
  return numbers.some((text) => /,\d{1,2}$/.test(text) || /^\d+,\d+$/.test(text)) && !numbers.some((text) => /\.\d{1,2}$/.test(text)) ? "," : ".";
}

const FORMATS: Readonly<Record<string, string>> = { csv: "csv", tsv: "csv", txt: "csv", xlsx: "xlsx", json: "json", jsonl: "json", ndjson: "json" };

export const ACCEPTED = Object.keys(FORMATS).map((ending) => `.${ending}`);

export const formatOf = (name: string) => FORMATS[name.toLowerCase().split(".").at(-1) ?? ""] ?? "csv";
