import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { address, engine, openAt, picture, withBrowser } from "../support/browser.ts";
import { choose } from "../support/hands.ts";

withBrowser();

const rows = 'div[role="row"][data-id]';

it("selects from one row to another, also those between that were never looked at", async () => {
  const page = await openAt("/crm/opportunity?view=list&on=-&sort=code");
  await page.locator('[aria-rowindex="5"][data-id]').getByRole("checkbox").click();
  await page.locator(".grid").evaluate((grid) => grid.scrollTo(0, 34 * 450));
  await page.locator('[aria-rowindex="454"][data-id]').getByRole("checkbox").click({ modifiers: ["Shift"] });
  await page.getByText("450 selected").first().waitFor();
});

it("changes a field of several records at once, deletes them, and takes that back", async () => {
  const page = await openAt("/core/tag?view=list");
  const word = `Journey ${Date.now()}`;
  const made = await Promise.all(["Alpha", "Beta"].map((name) => engine<{ id: string }>(page, "/api/core/tag", "POST", { code: `${word} ${name}`.toLowerCase().replaceAll(" ", "-"), name: `${word} ${name}` })));
  await page.goto(`${address()}/core/tag?view=list&filter=${encodeURIComponent(`startsWith(name, '${word}')`)}`);
  await page.locator(rows).nth(1).waitFor();
  await page.getByRole("checkbox", { name: "Select all that are loaded" }).check();
  await page.getByText("2 selected").first().waitFor();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.locator("ui5-dialog[open]").getByRole("button", { name: "Delete" }).click();
  await page.getByRole("heading", { name: "Nothing matches" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator(rows).nth(1).waitFor();
  for (const { id } of made) await engine(page, `/api/core/tag/${id}`, "DELETE");
});

it("exports a large selection to a workbook, and what it shows to paper", async () => {
  const page = await openAt("/crm/customer");
  await page.locator(rows).first().waitFor();
  await page.getByRole("checkbox", { name: "Select all that are loaded" }).check();
  await page.getByRole("button", { name: /^Select all \d/ }).click();
  const { page: whole } = await engine<{ page: { count: number } }>(page, "/api/crm/customer?count=exact&limit=1");
  expect(whole.count).toBeGreaterThan(400);
  await page.getByText(`${whole.count} selected`).first().waitFor();
  const taken = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export XLSX" }).click();
  expect((await taken).suggestedFilename()).toBe("customer.xlsx");
  expect(readFileSync(await (await taken).path()).subarray(0, 2).toString()).toBe("PK");
  const printed = page.waitForEvent("download");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Export PDF" }).click();
  expect(readFileSync(await (await printed).path()).subarray(0, 5).toString()).toBe("%PDF-");
});

it("takes a step with several records, and says for each what stood in its way", async () => {
  const page = await openAt("/crm/lead?view=list");
  const name = `Steps ${Date.now()}`;
  const made: string[] = [];
  for (const more of [{ email: "one@example.org" }, { email: "two@example.org" }, {}]) {
    made.push((await engine<{ id: string }>(page, "/api/crm/lead", "POST", { name: `${name} ${made.length}`, organisation_name: "Journeys", ...more })).id);
  }
  await page.goto(`${address()}/crm/lead?view=list&sort=name&filter=${encodeURIComponent(`startsWith(name, '${name}')`)}`);
  await page.locator(rows).nth(2).waitFor();
  await page.getByRole("checkbox", { name: "Select all that are loaded" }).check();
  await page.getByRole("button", { name: "Take a step" }).click();
  await page.getByRole("menuitem", { name: /2 of 3/ }).first().click();
  const dialog = page.locator("ui5-dialog[open]");
  await dialog.getByText("cannot be contacted").waitFor();
  await picture(page, "bulk-steps");
  await dialog.getByRole("button", { name: "Select those refused" }).click();
  await page.getByText("1 selected").first().waitFor();
  const { data } = await engine<{ data: { status: string }[] }>(page, `/api/crm/lead?sort=name&fields=status&filter=${encodeURIComponent(`startsWith(name, '${name}')`)}`);
  expect(data.map(({ status }) => status)).toEqual(["contacted", "contacted", "new"]);
  for (const id of made) await engine(page, `/api/crm/lead/${id}`, "DELETE");
});

it("gives a field of several records a value, those that refuse it left as they are", async () => {
  const page = await openAt("/crm/customer?view=list");
  const name = `Bulk ${Date.now()}`;
  const currency = (await engine<{ data: { id: string }[] }>(page, `/api/core/currency?fields=id&limit=1&filter=${encodeURIComponent("code == 'EUR'")}`)).data[0]?.id;
  const made: string[] = [];
  for (const more of [{ currency }, { currency }, {}]) made.push((await engine<{ id: string }>(page, "/api/crm/customer", "POST", { name: `${name} ${made.length}`, ...more })).id);
  await engine(page, `/api/crm/customer/${made[2]}`, "PATCH", { currency: null });
  await page.goto(`${address()}/crm/customer?view=list&sort=name&filter=${encodeURIComponent(`startsWith(name, '${name}')`)}`);
  await page.locator(rows).nth(2).waitFor();
  await page.locator(rows).first().getByRole("checkbox").click();
  await page.locator(rows).nth(2).getByRole("checkbox").click({ modifiers: ["Shift"] });
  await page.getByText("3 selected").first().waitFor();
  await page.getByRole("button", { name: "Change a field" }).click();
  const dialog = page.locator("ui5-dialog[open]");
  await choose(page, dialog.getByRole("combobox", { name: "Field" }), "Credit limit");
  await dialog.getByRole("textbox").last().fill("750");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await page.locator("ui5-dialog[open]").getByText("A credit limit needs a currency").waitFor();
  const { data } = await engine<{ data: { credit_limit: number | null }[] }>(page, `/api/crm/customer?sort=name&fields=credit_limit&filter=${encodeURIComponent(`startsWith(name, '${name}')`)}`);
  expect(data.map(({ credit_limit }) => credit_limit)).toEqual([750, 750, null]);
  for (const id of made) await engine(page, `/api/crm/customer/${id}`, "DELETE");
});
