import { expect, it } from "vitest";
import { readSpot, spotOf } from "./place.ts";

it.each([
  [{ lat: 48.85, lon: 2.35 }, { lat: 48.85, lon: 2.35 }],
  [{ lat: "48.85", lon: "2.35" }, { lat: 48.85, lon: 2.35 }],
  [{ type: "Point", coordinates: [2.35, 48.85] }, { lat: 48.85, lon: 2.35 }],
  [{ type: "LineString", coordinates: [[0, 0], [1, 1]] }, null],
  [{ lat: 91, lon: 0 }, null],
  [null, null],
])("the spot of %j is %j", (value, spot) => {
  expect(spotOf(value)).toEqual(spot);
});

it.each([
  ["48.85, 2.35", { lat: 48.85, lon: 2.35 }],
  ["33.9 S 18.4 E", { lat: -33.9, lon: 18.4 }],
  ["/@-33.9,-18.4,12z", { lat: -33.9, lon: -18.4 }],
  ["Paris", null],
])("reads %j as %j", (text, spot) => {
  expect(readSpot(text)).toEqual(spot);
});
