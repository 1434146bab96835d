import { expect, it } from "vitest";
import { dayNumber, dayText } from "../common/records.ts";
import { along, axisOf } from "./axis.ts";

it("covers whole months", () => {
  const axis = axisOf(["2026-01-15", "2026-03-10"], "2026-02-01");
  expect([axis.first, axis.last].map(dayText)).toEqual(["2026-01-01", "2026-04-01"]);
  expect(axis.ticks.map(dayText)).toEqual(["2026-01-01", "2026-02-01", "2026-03-01"]);
});

it("counts years where months are too many", () => {
  const axis = axisOf(["2020-05-15", "2026-03-10"], "2026-02-01");
  expect(axis.byYear).toBe(true);
  expect(axis.ticks.map(dayText).slice(0, 2)).toEqual(["2020-05-01", "2021-01-01"]);
});

it("has a length even where nothing is shown", () => {
  const axis = axisOf([], "2026-02-10");
  expect(axis.last).toBeGreaterThan(axis.first);
});

it.each([
  ["2026-01-01", 0],
  ["2025-12-01", 0],
  ["2026-04-01", 1],
  ["2027-01-01", 1],
])("places %s at %d", (day, at) => {
  expect(along(axisOf(["2026-01-15", "2026-03-10"], "2026-02-01"), dayNumber(day))).toBe(at);
});

it.each([
  ["2024-10-05", ["2025-01-01", "2026-01-01", "2027-01-01"]],
  ["2024-03-05", ["2024-03-01", "2025-01-01", "2026-01-01", "2027-01-01"]],
  ["2024-01-05", ["2024-01-01", "2025-01-01", "2026-01-01", "2027-01-01"]],
])("names the year in which it begins, on %s, where there is room for it", (from, ticks) => {
  expect(axisOf([from, "2027-11-30"], "2026-11-23").ticks.map(dayText)).toEqual(ticks);
});
