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

/** What names a record, here and in a foreign system. */
const NAMING = ["id", "external_id"];

/** Fields that a file may fill. */
export function targetsOf(entity: Pick<Entity, "fields">): readonly Target[] {
  return Object.entries(entity.fields)
    .filter(([name, field]) => NAMING.includes(name) || !(field.system || field.readOnly === true || field.formula || ["lookup", "lines", "file", "files", "image", "signature"].includes(field.type)))
    .map(([path, field]) => ({ path, field }));
}

/** The field that each column seems to be, by its name or what people call it; each field once. */
export function guessColumns(columns: readonly string[], entity: Pick<Entity, "fields" | "singular">, rows: ImportPreview["rows"] = []): Readonly<Record<string, string>> {
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
  // An id of somewhere else is one of a foreign system.
  for (const column of columns) if (bare(column) === "id" && entity.fields["id"]) take(column, isOurs(column, rows) ? "id" : entity.fields["external_id"] ? "external_id" : undefined);
  by((column, { path }) => column.trim() === path && path !== "id");
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

const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const isOurs = (column: string, rows: ImportPreview["rows"]) => {
  const given = rows.map((row) => String(row[column] ?? "").trim()).filter((text) => text !== "");
  return given.length > 0 && given.every((text) => ID.test(text));
};

/** The sets of fields that a file fills and that name one record each: the surest first. */
export function keysOf(entity: Pick<Entity, "fields" | "key">, mapped: readonly string[]): readonly (readonly string[])[] {
  const own = entity.key.length > 0 ? [entity.key] : [];
  const unique = Object.entries(entity.fields).flatMap(([name, field]) => (field.unique && !NAMING.includes(name) && own.every((key) => key.join() !== name) ? [[name]] : []));
  return [...NAMING.map((name) => [name]), ...own, ...unique].filter((key) => key.every((name) => entity.fields[name] !== undefined && mapped.includes(name)));
}

/** What stands in the file itself. */
type Beginning = Pick<ImportPreview, "columns" | "rows">;

/** By what the rows of a file find their records: so that a file that was exported here changes them when it comes back. */
export function guessKey(preview: Beginning, mapping: Readonly<Record<string, string>>, entity: Pick<Entity, "fields" | "key">): readonly string[] {
  const columnOf = (path: string) => Object.entries(mapping).find(([, target]) => target === path)?.[0] ?? "";
  const isFilled = (path: string) => preview.rows.some((row) => String(row[columnOf(path)] ?? "").trim() !== "");
  return keysOf(entity, Object.values(mapping)).find((key) => key.every(isFilled)) ?? [];
}

const DAY = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}/;

const textsOf = ({ rows }: Beginning, columns: readonly string[]) => columns.flatMap((column) => rows.map((row) => String(row[column] ?? "").trim())).filter((text) => text !== "");

const columnsOf = (mapping: Readonly<Record<string, string>>, entity: Pick<Entity, "fields">, types: readonly string[]) => {
  return Object.entries(mapping).flatMap(([column, path]) => {
    const field = entity.fields[path];
    return field && types.includes(typeOf(field)) ? [column] : [];
  });
};

/** In which order the file writes days, as far as it shows; as the user's language does where it may be either. */
export function guessDates(preview: Beginning, mapping: Readonly<Record<string, string>>, entity: Pick<Entity, "fields">, locale: string): DateOrder {
  const days = textsOf(preview, columnsOf(mapping, entity, ["date", "dateTime"])).map((text) => DAY.exec(text));
  const written = days.filter((day) => day !== null);
  if (written.length === 0) return "ymd";
  if (written.some(([, first]) => Number(first) > 12)) return "dmy";
  if (written.some(([, , second]) => Number(second) > 12)) return "mdy";
  return locale.toLowerCase() === "en-us" || locale === "en" ? "mdy" : "dmy";
}

/** What stands before decimal places, as far as the file shows. */
export function guessDecimals(preview: Beginning, mapping: Readonly<Record<string, string>>, entity: Pick<Entity, "fields">): "." | "," {
  const numbers = textsOf(preview, columnsOf(mapping, entity, ["decimal", "money", "percent"]));
  return numbers.some((text) => /,\d{1,2}$/.test(text) || /^\d+,\d+$/.test(text)) && !numbers.some((text) => /\.\d{1,2}$/.test(text)) ? "," : ".";
}

const FORMATS: Readonly<Record<string, string>> = { csv: "csv", tsv: "csv", txt: "csv", xlsx: "xlsx", json: "json", jsonl: "json", ndjson: "json" };

export const ACCEPTED = Object.keys(FORMATS).map((ending) => `.${ending}`);

export const formatOf = (name: string) => FORMATS[name.toLowerCase().split(".").at(-1) ?? ""] ?? "csv";
