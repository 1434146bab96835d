import { expect, it } from "vitest";
import type { Listing } from "../../../contract/record.ts";
import { askingFor, isFromEnd } from "./part.ts";
import { lengthOf } from "./rows.ts";

const wanted = { entity: "crm.customer", fields: ["name"] };
const listing = (count: number, next: string | null): Listing => ({ data: Array.from({ length: count }, () => ({})), page: { next, count: null } });

it.each([
  ["the beginning", 0, 1_000_000, undefined, { limit: 100 }, null],
  ["what follows what was read", 3, 1_000_000, listing(100, "after"), { limit: 100 }, "after"],
  ["a place in the first half, by counting", 40, 1_000_000, undefined, { limit: 100, offset: 4000 }, null],
  ["a place near the end of a short list, by counting", 9, 1_000, undefined, { limit: 100, offset: 900 }, null],
  ["the last of a long list, from its end", 9_999, 1_000_000, undefined, { limit: 100, reverse: true }, null],
  ["as many as are over at the end", 10_000, 1_000_042, undefined, { limit: 42, reverse: true }, null],
  ["a place near the end of a long list, by counting from there", 9_000, 1_000_042, undefined, { limit: 100, reverse: true, offset: 99_942 }, null],
  ["what comes before what was read from the end", 9_998, 1_000_000, listing(100, "before"), { limit: 100, reverse: true }, "before"],
])("asks for %s", (_, part, length, before, asked, cursor) => {
  expect(askingFor(wanted, part, length, before)).toEqual({ wanted: { ...wanted, ...asked }, cursor });
});

it("counts from the end only where that is far from the beginning and nearer", () => {
  expect([49, 51, 4_999, 5_001].map((part) => isFromEnd(part, 1_000_000))).toEqual([false, false, false, true]);
  expect([49, 51].map((part) => isFromEnd(part, 6_000))).toEqual([false, true]);
});

it.each([
  ["what was told", 1_000, [{ part: 0, fromEnd: false, listing: listing(100, "more") }], 1_000],
  ["more than was told, where more follows", 100, [{ part: 0, fromEnd: false, listing: listing(100, "more") }], 101],
  ["where nothing follows, whatever was told", 1_000, [{ part: 2, fromEnd: false, listing: listing(30, null) }], 230],
  ["what was told, where a part beyond its end is empty", 900, [{ part: 0, fromEnd: false, listing: listing(100, "more") }, { part: 40, fromEnd: false, listing: listing(0, null) }], 900],
  ["what was told, where nothing comes before what was read from the end", 9_000, [{ part: 60, fromEnd: true, listing: listing(100, null) }], 9_000],
])("a list is as long as %s", (_, told, parts, length) => {
  expect(lengthOf(told, parts)).toBe(length);
});
