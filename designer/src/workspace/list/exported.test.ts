import { expect, it } from "vitest";
import type { Entity, Field, Screen } from "../../contract/screen.ts";
import { exportedFields } from "./exported.ts";

const field = (type: string, label?: string): Field => ({ title: type, type, widget: type, required: false, readOnly: false, ...(label && { to: { entity: "core.country", label } }) });
const entity = { key: [], fields: { name: field("text"), country: field("link", "name"), tags: field("links", "name"), secret: field("link") } } as unknown as Entity;
const screen = { fields: { "country.currency": field("link", "code") }, columns: [{ field: "name" }, { field: "country" }, { field: "tags", visible: false }] } as unknown as Screen;

it.each([
  ["what shows", undefined, "name,country(name),id"],
  ["what was chosen", ["country.currency", "tags", "secret"], "country(currency(code)),tags,secret,id"],
])("exports %s", (_, chosen, fields) => {
  expect(exportedFields(entity, screen, chosen)).toBe(fields);
});

it("exports everything where a view has no columns", () => {
  expect(exportedFields(entity, { fields: {} } as unknown as Screen, undefined)).toBeUndefined();
});
