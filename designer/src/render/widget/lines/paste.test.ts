import { expect, it } from "vitest";
import type { Field } from "../../../contract/screen.ts";
import { formatsFor } from "../../format/formats.ts";
import { readPasted } from "./paste.ts";

const field = (type: string, more: Partial<Field> = {}): Field => ({ title: type, type, widget: type, required: false, readOnly: false, ...more });
const columns = [
  ["description", field("text")],
  ["quantity", field("decimal")],
  ["status", field("choice", { options: [{ key: "open", title: "Open" }] })],
  ["total", field("decimal", { formula: { literal: "1", type: "decimal" } })],
] as const;

it.each([
  ["en", "Desk\t1,234.50\topen\t9\r\nChair\t2\tOpen\t9\r\n", "1234.50"],
  ["fr", "Desk\t1 234,50\topen\t9\nChair\t2\tOpen\t9", "1234.50"],
  ["de", "Desk\t1.234,50\topen\t9\nChair\t2\tOpen\t9", "1234.50"],
])("cells of a spreadsheet in %s become lines", (locale, text, quantity) => {
  const formats = formatsFor({ locale, zone: "UTC", datePattern: undefined, numberStyle: undefined });
  expect(readPasted(text, columns, formats)).toEqual([
    { description: "Desk", quantity, status: "open" },
    { description: "Chair", quantity: "2", status: "open" },
  ]);
});
