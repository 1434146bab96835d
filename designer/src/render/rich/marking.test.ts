import { expect, it } from "vitest";
import { around, begin } from "./marking.ts";

it.each([
  ["a word here", 2, 6, "a **word** here"],
  ["a **word** here", 4, 8, "a word here"],
])("marks %j from %i to %i as bold: %j", (text, from, to, marked) => {
  const after = around("**")({ text, from, to });
  expect(after.text).toBe(marked);
  expect(after.text.slice(after.from, after.to)).toBe("word");
});

it.each([
  ["one\ntwo", 0, 7, "- one\n- two"],
  ["- one\n- two", 1, 8, "one\ntwo"],
  ["one\ntwo", 5, 5, "one\n- two"],
])("begins the lines of %j from %i to %i: %j", (text, from, to, marked) => {
  expect(begin("- ")({ text, from, to }).text).toBe(marked);
});
