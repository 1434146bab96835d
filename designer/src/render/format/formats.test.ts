import { describe, expect, it } from "vitest";
import { formatsFor } from "./formats.ts";

const of = (locale: string, datePattern?: string) => formatsFor({ locale, zone: "UTC", datePattern, numberStyle: undefined });

describe("the patterns by which days and times are written", () => {
  it.each([
    ["en-GB", "dd/MM/yyyy", "HH:mm"],
    ["en-US", "MM/dd/yyyy", "hh:mm a"],
    ["fr", "dd/MM/yyyy", "HH:mm"],
    ["de", "dd.MM.yyyy", "HH:mm"],
    ["ar", "dd/MM/yyyy", "hh:mm a"],
    ["ko", "yyyy. MM. dd.", "a hh:mm"],
    ["sv", "yyyy-MM-dd", "HH:mm"],
  ])("in %s are %s and %s", (locale, date, time) => {
    expect([of(locale).datePattern, of(locale).timePattern]).toEqual([date, time]);
  });

  it("are for days what somebody prefers", () => {
    expect(of("fr", "yyyy-MM-dd").datePattern).toBe("yyyy-MM-dd");
  });
});
