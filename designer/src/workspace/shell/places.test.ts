import { expect, it } from "vitest";
import { bestFirst, matches } from "./places.ts";

it.each([
  ["Invoice 3", "invoice 3", true],
  ["Opportunités", "opportunites", true],
  ["Customers", "custmers", true],
  ["Customers", "leads", false],
])("%s is meant by %s: %s", (title, words, isMeant) => {
  expect(matches(title, words)).toBe(isMeant);
});

it("offers first what is called exactly so", () => {
  const found = ["Kinds of invoice 3", "Invoice 30", "Paid invoice 3", "Invoice 3"].map((title) => ({ title }));
  expect(bestFirst(found, "invoice 3").map(({ title }) => title)).toEqual(["Invoice 3", "Invoice 30", "Kinds of invoice 3", "Paid invoice 3"]);
});

it("offers before others what begins with each of the words", () => {
  const found = ["Things 17 of module 3", "Things 17 of module 7"].map((title) => ({ title }));
  expect(bestFirst(found, "things 17 modul 7").map(({ title }) => title)).toEqual(["Things 17 of module 7", "Things 17 of module 3"]);
});
