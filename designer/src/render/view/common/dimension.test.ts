import { expect, it } from "vitest";
import type { Entity, Field } from "../../../contract/screen.ts";
import { conditionOf, dimensionOf, grainWords, groupOf } from "./dimension.ts";

const field = (type: string): Field => ({ title: type, type, widget: type, required: false, readOnly: false });
const entity = { fields: { status: field("choice"), due: field("date"), made: field("dateTime"), done: field("boolean") } } as unknown as Entity;

it.each([
  ["status", "status", "open", "status == 'open'"],
  ["status", "status", null, "status == null"],
  ["done", "done", true, "done == true"],
  ["due", "startOf(due, 'month')", "2026-05-01", "startOf(due, 'month') == '2026-05-01'"],
  ["due:year", "startOf(due, 'year')", "2026-01-01", "startOf(due, 'year') == '2026-01-01'"],
  ["made:week", "startOf(date(made), 'week')", null, "made == null"],
])("%s groups by %s, and its records are those of a condition", (text, group, value, condition) => {
  const dimension = dimensionOf(text, entity);
  expect(groupOf(dimension, entity)).toBe(group);
  expect(conditionOf(dimension, value, entity)).toBe(condition);
});

it.each([
  ["month", "May 2026"],
  ["quarter", "2026 Q2"],
  ["year", "2026"],
] as const)("says a %s as %s", (grain, words) => {
  expect(grainWords("2026-05-01", grain, "en-GB")).toBe(words);
});
