import type { Field } from "../../contract/screen.ts";

/** What formulas and lookups result in, by the names of expressions. */
const OF_VALUES: Readonly<Record<string, string>> = {
  integer: "integer",
  decimal: "decimal",
  boolean: "boolean",
  date: "date",
  time: "time",
  dateTime: "dateTime",
  duration: "duration",
  text: "text",
  json: "json",
};

/** The type of a field's values: formulas and lookups have that of what they compute. */
export function typeOf(field: Field): string {
  if (field.type !== "formula" && field.type !== "lookup") return field.type;
  const computed = field.formula && "type" in field.formula ? field.formula.type : "text";
  return OF_VALUES[computed] ?? "text";
}

export const isNumber = (field: Field) => ["integer", "decimal", "money", "percent", "rating"].includes(typeOf(field));
