import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import english from "./en.json";
import french from "./fr.json";

const source = join(import.meta.dirname, "../..");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
const code = files.map((name) => readFileSync(join(source, name), "utf8")).join("\n");

const placesIn = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).filter((name) => Number.isNaN(Number(name))).sort();

it("every text is there in French too", () => {
  expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
});

it("both languages fill in the same", () => {
  const differing = Object.entries(english).filter(([id, text]) => new Set(placesIn(text)).size !== new Set(placesIn(french[id as keyof typeof french])).size);
  expect(differing.filter(([, text]) => !text.includes("plural") && !text.includes("select"))).toEqual([]);
});

/** Ids that are put together: `history.${action}`. */
const COMPOSED = ["condition.", "notify.", "share.", "history.", "settings.theme.", "settings.density.", "form.", "conflict."];

it("every text is used", () => {
  const unused = Object.keys(english).filter((id) => !code.includes(`"${id}"`) && !COMPOSED.some((start) => id.startsWith(start)));
  expect(unused).toEqual([]);
});
