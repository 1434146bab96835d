import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { address, engine, openAt, withBrowser } from "../support/browser.ts";

withBrowser();

const idOf = async (page: Page, entity: string, filter: string) => {
  const { data } = await engine<{ data: { id: string }[] }>(page, `/api/core/${entity}?limit=1&fields=id&filter=${encodeURIComponent(filter)}`);
  return data[0]?.id;
};

it("shows amounts in the currency that a link leads to, and lines in that of their record, as it is chosen", async () => {
  const page = await openAt("/health/live");
  const company = await idOf(page, "company", "currency.code == 'EUR'");
  const name = `Roof ${Date.now()}`;
  const { id } = await engine<{ id: string }>(page, "/api/samples/estimate", "POST", { name, company, budget: 5000, currency: { code: "CHF" }, items: [{ name: "Tiles", price: 40 }] });
  await page.goto(`${address()}/samples/estimate?q=${encodeURIComponent(name)}`);
  await page.getByRole("gridcell", { name: "€5,000.00" }).waitFor();
  await page.goto(`${address()}/samples/estimate/${id}`);
  await page.locator('[data-field="budget"] .unit').getByText("EUR").waitFor();
  await page.getByRole("tab", { name: "Items" }).click();
  await page.getByRole("gridcell", { name: "CHF 40.00" }).waitFor();
  await page.getByRole("tab").first().click();
  const currency = page.locator('[data-field="currency"]').getByRole("combobox");
  await currency.fill("USD");
  await page.getByRole("option", { name: "USD" }).first().click();
  await page.getByRole("tab", { name: "Items" }).click();
  await page.getByRole("gridcell", { name: "$40.00" }).waitFor();
  await page.getByRole("button", { name: "Add a line" }).click();
  await page.keyboard.type("Nails");
  await page.keyboard.press("Tab");
  await page.locator(".lines-cell .unit").getByText("USD").waitFor({ state: "attached" });
  expect(await page.getByRole("alert").count()).toBe(0);
});
