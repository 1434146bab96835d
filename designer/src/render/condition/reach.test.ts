import { describe, expect, it } from "vitest";
import type { Field, Fields } from "../../contract/screen.ts";
import { conditionsOf, expressionOf } from "./condition.ts";
import { beyond, followed, homeOf, onward } from "./reach.ts";

const field = (title: string, type: string, entity?: string): Field => ({ title, type, widget: type, required: false, readOnly: false, ...(entity && { to: { entity, label: "name" } }) });
const own: Fields = { name: field("Name", "text"), customer: field("Customer", "link", "crm.customer"), tags: field("Tags", "links", "core.tag") };
const customer: Fields = { name: field("Name", "text"), country: field("Country", "link", "core.country"), contacts: field("Contacts", "lines", "crm.contact") };
const reached: Fields = { ...own, ...beyond("customer", field("Customer", "link", "crm.customer"), customer) };

describe("fields behind links", () => {
  it.each([
    ["customer.country.code == 'FR'", ["customer", "customer.country"]],
    ["contains(lower(customer.name), 'a.b') || name == \"c.d\"", ["customer"]],
    ["name == 'it\\'s x.y' && 1.5 < 2.5", []],
    [undefined, []],
  ])("are those that %s follows", (expression, paths) => expect(followed(expression)).toEqual(paths));

  it("are called by their paths, and none is there that cannot be compared", () => {
    expect(Object.entries(reached).map(([path, { title }]) => [path, title])).toEqual([
      ["name", "Name"],
      ["customer", "Customer"],
      ["tags", "Tags"],
      ["customer.name", "Customer › Name"],
      ["customer.country", "Customer › Country"],
    ]);
  });

  it("lead on over single links only", () => expect(onward(reached)).toEqual(["customer", "customer.country"]));

  it("belong to the entity that the last link leads to", () => {
    expect(homeOf("customer.country", "crm.opportunity", reached)).toEqual({ entity: "crm.customer", name: "country" });
    expect(homeOf("name", "crm.opportunity", reached)).toEqual({ entity: "crm.opportunity", name: "name" });
  });

  it.each(["customer.name == 'Ada'", "customer.country == '7' && contains(lower(customer.name), 'a')", "customer.country in ['7', '9']"])("are read and written as %s", (text) => {
    const conditions = conditionsOf(text, reached);
    expect(conditions.items.map((item) => "operator" in item && item.operator)).not.toContain("expression");
    expect(expressionOf(conditions, reached)).toBe(text);
  });
});
