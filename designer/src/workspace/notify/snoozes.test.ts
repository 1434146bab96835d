import { expect, it } from "vitest";
import { snoozes } from "./snoozes.ts";

it.each([
  ["2026-11-21T15:30:00", ["2026-11-21T16:30:00", "2026-11-22T08:00:00", "2026-11-23T08:00:00"]],
  ["2026-11-23T07:00:00", ["2026-11-23T08:00:00", "2026-11-24T08:00:00", "2026-11-30T08:00:00"]],
])("at %s one puts off until %j", (now, until) => {
  expect(snoozes(new Date(now)).map((each) => each.until.getTime())).toEqual(until.map((each) => new Date(each).getTime()));
});
