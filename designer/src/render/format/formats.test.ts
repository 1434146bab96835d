import { expect, it } from "vitest";
import { formatsFor } from "./formats.ts";

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
