import { expect, it } from "vitest";
import type { Company } from "../../contract/workplace.ts";
import { inOrder, scopeOf } from "./scope.ts";

const company = (id: string, parent?: string, current = false): Company => ({ id, name: id.toUpperCase(), current, ...(parent && { parent }) });

it("shows the records of a company, of those below it, and of none", () => {
  const all = [company("b", "a", true), company("a"), company("c", "b"), company("d", "c"), company("e", "a")];
  expect(scopeOf(all, all[0])).toEqual({ name: "B", filter: "company == null || company == 'b' || company == 'c' || company == 'd'" });
});

it.each([
  ["one company", [company("a", undefined, true)]],
  ["several, in none of which he works", [company("a"), company("b")]],
])("narrows nothing for who has %s", (_, companies) => {
  expect(scopeOf(companies, companies.find(({ current }) => current))).toBeUndefined();
});

it("lists companies below the ones they belong to", () => {
  const all = [company("c", "b"), company("b", "elsewhere"), company("a"), company("d", "b")];
  expect(inOrder(all).map(({ company: { id }, depth }) => `${id}${depth}`)).toEqual(["b0", "c1", "d1", "a0"]);
});
