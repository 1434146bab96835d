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

const formats = (locale: string) => formatsFor({ locale, zone: "Europe/Paris", datePattern: undefined, numberStyle: undefined });

it.each([
  ["1234567", "JPY", undefined, "¥1,234,567"],
  ["1234567.00", "JPY", undefined, "¥1,234,567"],
  ["0.5", "JPY", undefined, "¥0.5"],
  ["12", "KWD", undefined, "KWD\u00a012.000"],
  ["12.3456", "KWD", undefined, "KWD\u00a012.3456"],
  ["12.5", "EUR", undefined, "€12.50"],
  ["12.5", undefined, undefined, "12.50"],
  ["12.5", "EUR", 0, "€13"],
  ["12345678901234567.25", "EUR", undefined, "€12,345,678,901,234,567.25"],
] as const)("writes %s %s with as many decimals as the currency has", (value, currency, digits, written) => {
  expect(formats("en").money(value, currency, digits)).toBe(written);
});

it.each(["en-GB", "hu-HU", "cs-CZ"])("tells the time of a moment alone, also where days are written with spaces: %s", (locale) => {
  expect(formats(locale).clock("2026-11-23T08:05:00Z")).toMatch(/^0?9:05$/);
});
