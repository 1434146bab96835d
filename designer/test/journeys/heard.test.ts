import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { address, engine, openAt, withBrowser } from "../support/browser.ts";
import { descriptionOf } from "../support/ears.ts";
import { whole } from "../support/hands.ts";

withBrowser();

const rows = 'div[role="row"][data-id]';

async function open(page: Page, entity: string, filter = ""): Promise<void> {
  const { data } = await engine<{ data: { id: string }[] }>(page, `/api/crm/${entity}?limit=1&fields=id&filter=${encodeURIComponent(filter)}`);
  await page.goto(`${address()}/crm/${entity}/${data[0]?.id}`);
  await whole(page);
}

it("names what a button is for, and nothing twice", async () => {
  const page = await openAt("/crm/customer?sort=name,-code&filter=status%20%3D%3D%20%27active%27");
  await page.locator(rows).first().waitFor();
  await page.getByRole("button", { name: "Remove Status is Active" }).waitFor();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("group", { name: "Condition 1" }).getByRole("combobox", { name: "Operator" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Sort", exact: true }).click();
  await page.getByRole("group", { name: "Order 2" }).getByRole("combobox", { name: "Sort" }).waitFor();
  expect(await descriptionOf(page, "#list-more")).toEqual({ name: "More actions", description: "" });
  await open(page, "customer", "phone != null");
  expect(await descriptionOf(page, '[data-field="phone"] a')).toEqual({ name: expect.stringMatching(/^Call /) as string, description: "" });
});

it("says what the values of a card are, and which day of a calendar is today", async () => {
  const page = await openAt("/crm/opportunity?view=kanban");
  await page.locator(".card").first().waitFor();
  expect(await page.locator(".card").first().textContent()).toMatch(/Customer: .+Amount: /);
  await page.goto(`${address()}/crm/customer?view=calendar`);
  await page.locator(".day").first().waitFor();
  expect(await page.locator('.day[aria-current="date"]').count()).toBe(1);
  expect(await page.locator(".month").getByRole("region").count()).toBe(0);
  expect(await page.locator('[role="group"].day').count()).toBeGreaterThan(27);
});

it("calls a page that is not there by what it says", async () => {
  const page = await openAt("/crm/customer");
  await page.locator(rows).first().waitFor();
  await page.goto(`${address()}/crm/customer/01a20830-9c51-7090-ba9c-000000000000`);
  await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
  await expect.poll(() => page.title()).toBe("There is nothing here · Armature");
});
