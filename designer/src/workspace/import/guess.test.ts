import { expect, it } from "vitest";
import type { Field, Fields } from "../../contract/screen.ts";
import { guessColumns, guessDates, guessDecimals, guessKey } from "./guess.ts";

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

const ID = "0198b2f0-0000-7000-8000-000000000001";
const named: Fields = { id: field("Id", "text", { system: true }), external_id: field("External id", "text", { system: true }), code: field("Code", "text", { unique: true }), name: field("Name", "text"), number: field("Number", "text", { unique: true }) };

it.each([
  ["an id of ours", { id: ID, code: "A", name: "x" }, [], ["id"]],
  ["an id of somewhere else", { id: "17", code: "A", name: "x" }, [], ["external_id"]],
  ["a foreign key", { external_id: "17", number: "1" }, [], ["external_id"]],
  ["its own key rather than what is unique too", { number: "1", code: "A", name: "x" }, ["code"], ["code"]],
  ["what is unique", { number: "1", name: "x" }, ["code"], ["number"]],
  ["its own key, where the foreign one is empty", { external_id: "", code: "A" }, ["code"], ["code"]],
  ["nothing, where each row is a new one", { name: "x" }, ["code"], []],
])("finds records by %s", (_, row, key, expected) => {
  const preview = { columns: Object.keys(row), rows: [row] };
  const entity = { fields: named, key, singular: "Thing" };
  expect(guessKey(preview, guessColumns(preview.columns, entity, preview.rows), entity)).toEqual(expected);
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
