import { expect, it } from "vitest";
import { readPeriod, shift, squares, weekday } from "./grid.ts";
import { dayNumber } from "../common/records.ts";

it.each([
  ["a month that begins on its first day of the week", { span: "month", day: "2026-06-15" }, 1, "2026-06-01", "2026-07-05", 35],
  ["a month of six weeks", { span: "month", day: "2026-08-20" }, 1, "2026-07-27", "2026-09-06", 42],
  ["a month of exactly four weeks", { span: "month", day: "2026-02-10" }, 0, "2026-02-01", "2026-02-28", 28],
  ["a week over the end of a year", { span: "week", day: "2026-12-31" }, 1, "2026-12-28", "2027-01-03", 7],
] as const)("shows %s", (_, period, firstDay, first, last, count) => {
  const days = squares(period, firstDay);
  expect([days[0], days.at(-1), days.length]).toEqual([first, last, count]);
});

it("goes from month to month whatever their lengths", () => {
  expect(shift({ span: "month", day: "2026-01-31" }, 1).day).toBe("2026-02-01");
  expect(shift({ span: "month", day: "2026-01-31" }, -1).day).toBe("2025-12-01");
});

it("knows the days of the week, before 1970 too", () => {
  expect([weekday(dayNumber("2026-11-21")), weekday(dayNumber("1969-12-28"))]).toEqual([6, 0]);
});

it("reads an address that somebody wrote by hand", () => {
  expect(readPeriod("year:x", "2026-11-21")).toEqual({ span: "month", day: "2026-11-21" });
  expect(readPeriod("week:2026-13-99", "2026-11-21")).toEqual({ span: "week", day: "2026-11-21" });
});
