import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const language = readFileSync(join(import.meta.dirname, "../../../../docs/reference/field.md"), "utf8");
const table = language.slice(language.indexOf("## Types"), language.indexOf("## Properties of every field"));
const types = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, type = ""]) => type);
/** Fields of these types cannot be written: they are shown as what they compute. */
const COMPUTED = ["lookup", "formula"];

it("knows the types of the language", () => {
  expect(types.length).toBeGreaterThan(30);
});

it.each(types.filter((type) => !COMPUTED.includes(type)))("a field of type %s can be shown and edited", (type) => {
  const files = ["show", "edit"].map((part) => join(import.meta.dirname, type, `${part}.tsx`));
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  expect(readFileSync(files[1] ?? "", "utf8")).toMatch(/\bEdit\b/);
});
