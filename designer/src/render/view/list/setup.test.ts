import { expect, it } from "vitest";
import { readLook, USUAL, writeLook } from "./setup.ts";

it.each([
  [USUAL, "1"],
  [{ widths: {}, frozen: 0 }, "0"],
  [{ widths: { name: 320, "customer.name": 90 }, frozen: 2 }, "2;name:320,customer.name:90"],
])("writes %j as %s, and reads it back", (setup, text) => {
  expect(writeLook(setup)).toBe(text);
  expect(readLook(text)).toEqual(setup);
});

it.each(["", "x", "1;name:wide", "-1;:5", "1;name:99999,<b>:3"])("reads nothing out of %s", (text) => {
  expect(readLook(text)).toEqual(USUAL);
});
