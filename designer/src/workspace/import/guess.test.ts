import { expect, it } from "vitest";
import type { Field, Fields } from "../../contract/screen.ts";
import { guessColumns, guessDates, guessDecimals } from "./guess.ts";

const field = (title: string, type: string, more: Partial<Field> = {}): Field => ({ title, type, widget: type, required: false, readOnly: false, ...more });

const fields: Fields = {
  code: field("Code", "text"),
  name: field("Name", "text"),
  postal_code: field("Postal code", "text"),
  country: field("Pays", "link", { to: { entity: "core.country", label: "name" } }),
  since: field("Since", "date"),
  revenue: field("Revenue", "money"),
  created_at: field("Created", "dateTime", { system: true }),
  total: field("Total", "decimal", { readOnly: true }),
};
const customer = { fields, singular: "Customer" };

it.each([
  ["name", "name"],
  ["Name ", "name"],
  ["Customer name", "name"],
  ["POSTAL-CODE", "postal_code"],
  ["pays", "country"],
  ["country.code", "country.code"],
  ["Reven", "revenue"],
  ["Created", undefined],
  ["Total", undefined],
  ["Shoe size", undefined],
])("the column %j is the field %s", (column, path) => {
  expect(guessColumns([column], customer)[column]).toBe(path);
});

it("gives no field to two columns", () => {
  expect(guessColumns(["Customer name", "Name"], customer)).toEqual({ Name: "name" });
});

it.each([
  [["31/01/2026", "01/02/2026"], "fr", "dmy"],
  [["01/31/2026"], "fr", "mdy"],
  [["01/02/2026"], "fr", "dmy"],
  [["01/02/2026"], "en-US", "mdy"],
  [["2026-01-31"], "fr", "ymd"],
  [[], "fr", "ymd"],
])("the days %j are written as %s writes %s", (days, locale, order) => {
  expect(guessDates({ columns: ["Since"], rows: days.map((Since) => ({ Since })) }, { Since: "since" }, customer, locale)).toBe(order);
});

it.each([
  [["1.234,50", "7"], ","],
  [["12,5"], ","],
  [["1,234.50"], "."],
  [["1234"], "."],
])("the numbers %j have %j before their decimals", (numbers, sign) => {
  expect(guessDecimals({ columns: ["R"], rows: numbers.map((R) => ({ R })) }, { R: "revenue" }, customer)).toBe(sign);
});
