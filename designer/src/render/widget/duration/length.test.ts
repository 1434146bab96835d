import { expect, it } from "vitest";
import { readLength, writeLength } from "./length.ts";

it.each([
  ["1h 30m", "PT1H30M"],
  ["2:05", "PT2H5M"],
  ["1.5", "PT1H30M"],
  ["1,5h", "PT1H30M"],
  ["1d 2h", "PT26H"],
  ["90 min", "PT1H30M"],
  ["45s", "PT45S"],
  ["soon", undefined],
  ["2:75", undefined],
])("%s is read as %s", (text, value) => {
  expect(readLength(text)).toBe(value);
});

it("writes what it reads", () => {
  expect(writeLength("PT1H30M")).toBe("1h 30m");
});
