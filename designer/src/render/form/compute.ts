import Big from "big.js";
import type { Entry, Json } from "../../contract/record.ts";
import { idOf, isEntry } from "../../contract/record.ts";
import type { Field, Fields } from "../../contract/screen.ts";
import type { Tree } from "../../contract/tree.ts";
import { type Circumstances, evaluate, type Row } from "../expression/evaluate.ts";
import { type Known, textOf, type Value } from "../expression/value.ts";
import { rowOf } from "../record/row.ts";

/** Whether a tree looks at nothing but the record, its lines and the links that were read along. */
function isLocal(tree: Tree, fields: Fields): boolean {
  if ("path" in tree) return tree.base > 0 || fields[tree.path[0] ?? ""] !== undefined;
  if ("call" in tree) return tree.arguments.every((argument) => isLocal(argument, fields));
  if ("if" in tree) return [tree.if, tree.then, tree.else].every((part) => isLocal(part, fields));
  if ("items" in tree) return tree.items.every((item) => isLocal(item, fields));
  if ("aggregate" in tree) {
    const lines = tree.rows.path.length === 1 ? fields[tree.rows.path[0] ?? ""] : undefined;
    return lines?.type === "lines" && lines.fields !== undefined && isLocal(tree.body, lines.fields);
  }
  return !("context" in tree) || ["now", "today", "zone", "user.id", "user.roles", "user.groups", "user.teams", "company"].includes(tree.context);
}

/** A value as the engine would send it: decimals with the places of their field. */
export function jsonOf(value: Value, field: Field | undefined): Json {
  if (value === null || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((each) => jsonOf(each as Value, undefined));
  if (value instanceof Big) return field?.digits !== undefined ? value.toFixed(field.digits, 1) : textOf(value);
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return textOf(value as Known);
}

/**
 * A record while it is typed into: formulas are computed of what stands in the form; those that look elsewhere keep what
 * the engine computed last.
 */
export function liveRow(record: Entry, fields: Fields, where: Circumstances, around: readonly Row[] = []): Row {
  const plain = rowOf(record);
  const computing = new Set<string>();
  const row: Row = {
    value: (name, type) => {
      const field = fields[name];
      const formula = field?.formula;
      if (!formula || computing.has(name) || !isLocal(formula, fields)) return plain.value(name, type);
      computing.add(name);
      try {
        return rounded(evaluate(formula, [row, ...around], where), field);
      } finally {
        computing.delete(name);
      }
    },
    link: (name) => {
      const linked = record[name];
      return isEntry(linked) ? rowOf(linked) : null;
    },
    rows: (name) => {
      const lines = record[name];
      const columns = fields[name]?.fields;
      if (!Array.isArray(lines)) return [];
      return lines.filter(isEntry).map((line) => (columns ? liveRow(line, columns, where, [row]) : rowOf(line)));
    },
  };
  return row;
}

/** What a formula gives in the places of its field, as the column would hold it. */
const rounded = (value: Value, field: Field): Value => (value instanceof Big && field.digits !== undefined ? value.round(field.digits, 1) : value);

/** The record with its formulas computed, lines included. */
export function computed(record: Entry, fields: Fields, where: Circumstances, around: readonly Row[] = []): Entry {
  const row = liveRow(record, fields, where, around);
  const values: Record<string, Json> = { ...record };
  for (const [name, field] of Object.entries(fields)) {
    const lines = record[name];
    if (field.formula && isLocal(field.formula, fields)) values[name] = jsonOf(row.value(name, "type" in field.formula ? field.formula.type : "text"), field);
    else if (field.fields && Array.isArray(lines)) values[name] = lines.filter(isEntry).map((line) => computed(line, field.fields ?? {}, where, [row]));
  }
  return values;
}

/** The values of an empty record, as far as they can be known here; the engine knows the others. */
export function defaultsOf(fields: Fields, where: Circumstances): Entry {
  const row = rowOf({});
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const tree = field.default;
      if (!tree || "path" in tree || !isLocal(tree, fields)) return [];
      const value = jsonOf(evaluate(tree, [row], where), field);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

/** What is sent for a value: links by their ids, lines with what can be written of them. */
export function sentOf(value: Json | undefined, field: Field): Json {
  if (value === undefined || value === null) return null;
  if (field.fields && Array.isArray(value)) return value.filter(isEntry).map((line) => sentLine(line, field.fields ?? {}));
  if (["links", "files"].includes(field.type) && Array.isArray(value)) return value.map((each) => idOf(each)).filter((id) => id !== null);
  return isEntry(value) && "id" in value && field.to ? idOf(value) : value;
}

function sentLine(line: Entry, columns: Fields): Entry {
  const writable = Object.entries(columns).filter(([name, field]) => !field.formula && field.type !== "lookup" && field.readOnly !== true && line[name] !== undefined);
  const id = line["id"];
  return { ...(typeof id === "string" && !id.startsWith("new ") && { id }), ...Object.fromEntries(writable.map(([name, field]) => [name, sentOf(line[name], field)])) };
}

/** Whether two values would be sent alike. */
export function alike(one: Json | undefined, other: Json | undefined, field: Field): boolean {
  const text = (value: Json | undefined) => JSON.stringify(sentOf(value, field));
  return text(one) === text(other) || sameNumber(one, other);
}

function sameNumber(one: Json | undefined, other: Json | undefined): boolean {
  const isNumber = (value: Json | undefined) => ["string", "number"].includes(typeof value) && /^-?\d+(\.\d+)?$/.test(String(value));
  return isNumber(one) && isNumber(other) && new Big(String(one)).eq(new Big(String(other)));
}

