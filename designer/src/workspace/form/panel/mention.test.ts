import { expect, it } from "vitest";
import { namedAt, partsOf } from "./mention.ts";

it.each([
  ["Hello @zo", 9, { from: 7, letters: "zo" }],
  ["@", 1, { from: 1, letters: "" }],
  ["zoe@firm", 8, null],
  ["Hello @zoe and", 14, null],
])("in %j at %i somebody is being named: %j", (text, caret, named) => {
  expect(namedAt(text, caret)).toEqual(named);
});

it.each([
  ["Ask @zoe.", ["@zoe"]],
  ["zoe@firm.example", []],
  ["@zoe, @marc.dupont: look", ["@zoe", "@marc.dupont"]],
])("%j names %j", (text, names) => {
  const parts = partsOf(text);
  expect(parts.filter((part) => part.names).map((part) => part.text)).toEqual(names);
  expect(parts.map((part) => part.text).join("")).toBe(text);
});
