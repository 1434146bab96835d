import { expect, it } from "vitest";
import { titleOf } from "./named.ts";

it.each([
  ["in_negotiation", "In negotiation"],
  ["won", "Won"],
  ["Sent to the client", "Sent to the client"],
  ["", ""],
])("says %s as %s", (name, title) => {
  expect(titleOf(name)).toBe(title);
});
