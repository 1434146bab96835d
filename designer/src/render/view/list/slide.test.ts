import { expect, it } from "vitest";
import { baseFor, draggedTo, roomFor } from "./slide.ts";

const COUNT = 10_000_000;
const ROOM = roomFor(COUNT, 34);

it("can scroll to all rows of a list that is no higher than browsers allow, and to some at a time of a longer one", () => {
  expect(roomFor(100_000, 34)).toBe(100_000);
  expect(ROOM * 34).toBeLessThanOrEqual(10_000_000);
});

it.each([0, 1, 499, 123_456, 5_000_000, COUNT - 2, COUNT - 1])("shows row %i as far into what can be scrolled as it is into the list", (row) => {
  const place = row - baseFor(row, COUNT, ROOM);
  expect(place).toBeGreaterThanOrEqual(0);
  expect(place).toBeLessThan(ROOM);
  expect(place / (ROOM - 1)).toBeCloseTo(row / (COUNT - 1), 4);
});

it("comes from one end to the other by the scrollbar", () => {
  expect(draggedTo(0, COUNT, ROOM)).toBe(0);
  expect(draggedTo(1, COUNT, ROOM)).toBe(COUNT - ROOM);
  expect(draggedTo(0.5, COUNT, ROOM)).toBe(Math.round((COUNT - ROOM) / 2));
  expect(draggedTo(0.5, 1_000, 1_000)).toBe(0);
});
