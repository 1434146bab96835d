import { expect, it } from "vitest";
import { currencyOf, lineIn } from "./currency.ts";

const euro = { id: "1", code: "EUR" };

it.each([
  ["beside it", "currency", { currency: euro }, "EUR"],
  ["behind a link", "company.currency", { company: { id: "2", currency: euro } }, "EUR"],
  ["behind a link of which only the id is known", "company.currency", { company: "2" }, undefined],
  ["nowhere", undefined, { currency: euro }, undefined],
  ["hidden", "currency", { currency: { $hidden: true } }, undefined],
])("an amount is in the currency %s", (_, currency, record, code) => {
  expect(currencyOf(currency === undefined ? {} : { currency }, record)).toBe(code);
});

it("takes what leads back to the record of a line from the form, as it stands there by now", () => {
  const franc = { id: "3", code: "CHF" };
  expect(currencyOf({ currency: "order.currency" }, lineIn({ order: "4" }, { id: "4", currency: franc }, "order"))).toBe("CHF");
  expect(currencyOf({ currency: "order.currency" }, lineIn({ order: { id: "4", currency: euro } }, { currency: franc }, "order"))).toBe("CHF");
  expect(lineIn({ order: "4" }, { id: "4" }, undefined)).toEqual({ order: "4" });
});
