import { expect, it } from "vitest";
import type { Field, Fields } from "../../contract/screen.ts";
import { selectionOf } from "./selection.ts";

const field = (type: string, more: Partial<Field> = {}): Field => ({ title: type, type, widget: type, required: false, readOnly: false, ...more });
const fields: Fields = {
  name: field("text"),
  amount: field("money", { currency: "currency" }),
  foreign: field("money", { currency: "company.currency" }),
  "customer.debt": field("money", { currency: "country.currency" }),
  customer: field("link", { to: { entity: "crm.customer", label: "name" } }),
  secret: field("link", { to: { entity: "crm.secret" } }),
  tags: field("links", { to: { entity: "core.tag", label: "name" } }),
  "customer.country": field("link", { to: { entity: "core.country", label: "code" } }),
};

it.each([
  [["name"], ["name"]],
  [["customer"], ["customer(id,name)"]],
  [["customer.country", "customer"], ["customer(id,country(id,code),name)"]],
  [["amount"], ["amount", "currency(id,code)"]],
  [["foreign"], ["foreign", "company(id,currency(id,code))"]],
  [["customer.debt"], ["customer(id,debt,country(id,currency(id,code)))"]],
  [["tags"], ["tags(id,name)"]],
  [["secret"], ["secret"]],
])("to show %j it asks for %j", (paths, asked) => {
  expect(selectionOf(paths, fields)).toEqual(asked);
});
