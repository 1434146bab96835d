import { expect, it } from "vitest";
import { isAccepted } from "./accept.ts";

it.each([
  ["plan.PDF", "application/pdf", ".pdf", true],
  ["plan.pdf", "application/pdf", "image/*", false],
  ["photo.webp", "image/webp", "image/*", true],
  ["photo.webp", "image/webp", ["image/png", ".webp"], true],
  ["unknown", "", "image/*", true],
])("%s of type %s is taken by %j: %s", (name, type, accept, taken) => {
  expect(isAccepted({ name, type }, { accept })).toBe(taken);
});
