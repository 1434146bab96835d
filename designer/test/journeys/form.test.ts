import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, picture, withBrowser } from "../support/browser.ts";
import { openedRecord, whole } from "../support/hands.ts";

withBrowser();

interface Opportunity {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** An open opportunity of the demo data that nobody else's journey touches. */
async function opportunity(page: Page, offset: number): Promise<Opportunity> {
  const filter = encodeURIComponent("status == 'open' && currency.code == 'EUR' && count(lines) > 0");
  const { data } = await engine<{ data: Opportunity[] }>(page, `/api/crm/opportunity?fields=id,name,version&filter=${filter}&sort=code&limit=1&offset=${offset}`);
  const found = data[0];
  if (!found) throw new Error("The demo data has no such opportunity");
  return found;
}

const field = (page: Page, name: string) => page.locator(`.form-field[data-field="${name}"]`);
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const saved = (page: Page) => page.locator(".toast", { hasText: "Saved" });

it("shows a record in the bin, and takes it back from there", async () => {
  const page = await openAt("/core/tag");
  const { id } = await engine<{ id: string }>(page, "/api/core/tag", "POST", { code: `bin-${Date.now()}`, name: "Thrown away" });
  await engine(page, `/api/core/tag/${id}`, "DELETE");
  await page.goto(`${address()}/core/tag/${id}`);
  const notice = page.getByText("This record is in the bin.");
  await notice.waitFor();
  await field(page, "name").getByText("Thrown away").waitFor();
  await whole(page);
  expect(await field(page, "name").getByRole("textbox").count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Restore" }).click();
  await notice.waitFor({ state: "detached" });
  await field(page, "name").getByRole("textbox").waitFor();
  await engine(page, `/api/core/tag/${id}`, "DELETE");
});

it("shows a form, and no violation of accessibility", async () => {
  const page = await openAt("/crm/customer");
  const { id } = await opportunity(page, 0);
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await field(page, "name").getByRole("textbox").waitFor();
  await page.locator("ui5-date-picker").first().waitFor();
  await whole(page);
  await picture(page, "form");
  expect(await violationsOn(page)).toEqual([]);
});

it("makes a customer whose currency is chosen, and shows what the engine numbered", async () => {
  const page = await openAt("/crm/customer/new");
  await field(page, "name").getByRole("textbox").fill("Journey & Sons");
  const country = field(page, "country").getByRole("combobox");
  await country.click();
  await country.fill("Fran");
  await page.getByRole("option", { name: "France" }).click();
  await save(page).click();
  await page.waitForURL(/customer\/[0-9a-f-]{36}/);
  await field(page, "code").getByText(/CUS-/).waitFor();
  const id = page.url().split("/").at(-1);
  const made = await engine<{ name: string; country: { code: string } }>(page, `/api/crm/customer/${id}?fields=name,country(code)`);
  expect(made).toMatchObject({ name: "Journey & Sons", country: { code: "FR" } });
});

it("says at the field what is wrong with it", async () => {
  const page = await openAt("/crm/customer/new");
  await field(page, "email").getByRole("textbox").fill("nobody");
  await save(page).click();
  await field(page, "name").locator(".form-fault").waitFor();
  await field(page, "email").locator(".form-fault").waitFor();
  await page.locator(".form-notices").getByRole("alert").first().waitFor();
  await picture(page, "form-faults");
});

it("computes formulas and totals of lines while one types", async () => {
  const page = await openAt("/crm/customer");
  const { id } = await opportunity(page, 1);
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await field(page, "amount").getByRole("textbox").fill("2,000.50");
  await field(page, "probability").getByRole("textbox").fill("50");
  await expect.poll(() => field(page, "expected_amount").textContent()).toContain("1,000.25");
  await page.getByRole("tab", { name: "Lines" }).click();
  await page.getByRole("button", { name: "Add a line" }).click();
  const last = page.locator(".lines-row").last();
  await last.getByRole("textbox").fill("Extra work");
  await page.keyboard.press("Tab");
  await last.locator('[data-field="quantity"]').getByRole("textbox").fill("3");
  await page.keyboard.press("Tab");
  await last.locator('[data-field="unit_price"]').click();
  await last.locator('[data-field="unit_price"]').getByRole("textbox").fill("19.99");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".lines-row", { hasText: "Extra work" }).locator('[data-field="amount"]').textContent()).toContain("59.97");
  await picture(page, "lines");
});

it("gives a cell of lines back what stood in it before one typed", async () => {
  const page = await openAt("/crm/customer");
  const { id } = await opportunity(page, 1);
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await page.getByRole("tab", { name: "Lines" }).click();
  await whole(page);
  const line = page.locator(".lines-row").nth(1);
  const words = () => line.locator('[role="gridcell"][data-field]').allTextContents();
  await expect.poll(async () => (await words()).join("")).not.toBe("");
  const before = await words();
  for (const [name, typed] of [["description", "Other"], ["quantity", "79"], ["unit_price", "1.5"]] as const) {
    const cell = line.locator(`[role="gridcell"][data-field="${name}"]`);
    for (const begin of ["", "Enter"]) {
      await cell.focus();
      if (begin !== "") await page.keyboard.press(begin);
      await page.keyboard.type(typed);
      await expect.poll(() => cell.locator("input").inputValue()).toBe(typed);
      await page.getByText("Not saved").waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(words).toEqual(before);
      await page.getByText("Not saved").waitFor({ state: "detached" });
    }
  }
  expect(openedRecord(page)).toBe(id);
});

it("takes lines that were copied from a spreadsheet", async () => {
  const page = await openAt("/crm/customer");
  const { id } = await opportunity(page, 2);
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await page.getByRole("tab", { name: "Lines" }).click();
  const first = page.locator('.lines-cell[data-field="description"]').first();
  await first.waitFor();
  await page.locator('[data-active="true"]').focus();
  await page.locator('[data-active="true"]').evaluate((cell) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Pasted one\t2\t\t10\nPasted two\t1\t\t5.5\n");
    cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.locator(".lines-row", { hasText: "Pasted one" }).waitFor();
  await save(page).click();
  await saved(page).waitFor();
  const { lines } = await engine<{ lines: { description: string; amount: number }[] }>(page, `/api/crm/opportunity/${id}?fields=lines(description,amount)`);
  expect(lines.find(({ description }) => description === "Pasted one")?.amount).toBe(20);
});

it("shows fields as the conditions say, while one types", async () => {
  const page = await openAt("/crm/customer");
  const { id } = await opportunity(page, 3);
  await page.goto(`${address()}/crm/opportunity/${id}`);
  const currency = field(page, "currency").getByRole("combobox");
  await currency.waitFor();
  expect(await field(page, "exchange_rate").count()).toBe(0);
  await currency.click();
  await currency.fill("CHF");
  await page.getByRole("option", { name: "CHF" }).click();
  await field(page, "exchange_rate").waitFor();
});

it("fills what is copied from a link", async () => {
  const page = await openAt("/crm/opportunity/new");
  const { data } = await engine<{ data: { name: string; currency: { code: string } }[] }>(page, `/api/crm/customer?fields=name,currency(code)&limit=1&filter=${encodeURIComponent("currency.code == 'CHF'")}`);
  const customer = field(page, "customer").getByRole("combobox");
  await customer.click();
  await customer.fill(data[0]?.name ?? "");
  await page.getByRole("option", { name: data[0]?.name ?? "" }).first().click();
  await expect.poll(() => field(page, "currency").getByRole("combobox").inputValue()).toBe("CHF");
});

it("keeps what was typed when the window closes", async () => {
  const page = await openAt("/crm/customer");
  const { id } = await opportunity(page, 4);
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await field(page, "description").getByRole("textbox").fill("Half a thought");
  await page.getByText("Not saved").waitFor();
  await page.goto(`${address()}/crm/customer`);
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await page.getByText(/unsaved changes of/).waitFor();
  await expect.poll(() => field(page, "description").getByRole("textbox").inputValue()).toBe("Half a thought");
  await page.getByRole("button", { name: "Discard them" }).click();
  await page.getByText("Not saved").waitFor({ state: "detached" });
});

it("lets one choose when somebody else saved first", async () => {
  const page = await openAt("/crm/customer");
  const { id } = await opportunity(page, 5);
  const theirs = `Their name ${Date.now()}`;
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await field(page, "name").getByRole("textbox").fill("My name for it");
  await field(page, "probability").getByRole("textbox").fill("42.5");
  await engine(page, `/api/crm/opportunity/${id}`, "PATCH", { name: theirs, description: theirs });
  await save(page).click();
  const dialog = page.locator("ui5-dialog[open]");
  await dialog.getByText(theirs).waitFor();
  await picture(page, "conflict");
  await dialog.getByRole("radio", { name: /Theirs/ }).check();
  await dialog.getByRole("button", { name: "Save this" }).click();
  await saved(page).waitFor();
  const kept = await engine<{ name: string; probability: number; description: string }>(page, `/api/crm/opportunity/${id}?fields=name,probability,description`);
  expect(kept).toMatchObject({ name: theirs, probability: 42.5, description: theirs });
});

it("tells what happened, and takes comments", async () => {
  const page = await openAt("/crm/customer");
  const { id } = await opportunity(page, 6);
  const [once, called] = [`Said once ${Date.now()}`, `Called them this morning ${Date.now()}`];
  await engine(page, `/api/crm/opportunity/${id}`, "PATCH", { description: once });
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await page.getByRole("combobox", { name: "Write a comment" }).fill(called);
  await page.keyboard.press("Control+Enter");
  await page.locator(".feed-text", { hasText: called }).waitFor();
  await page.getByRole("tab", { name: "History" }).click();
  await page.locator(".feed-entry", { hasText: once }).waitFor();
});

it("goes to the next record of the list, and duplicates one", async () => {
  const page = await openAt("/crm/lead?on=-&filter=");
  await page.locator('div[role="row"][data-id]').nth(1).waitFor();
  await page.locator('[data-active="true"]').focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/lead\/[0-9a-f-]{36}/);
  const first = page.url();
  await page.getByRole("button", { name: "Next record" }).click();
  await expect.poll(() => page.url().split("?")[0]).not.toBe(first.split("?")[0]);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await page.waitForURL(/lead\/new\?.*copy=/);
  await expect.poll(() => field(page, "name").getByRole("textbox").inputValue()).not.toBe("");
});

it("explains access to an administrator", async () => {
  const page = await openAt("/crm/customer");
  const { id } = await opportunity(page, 7);
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Explain access" }).click();
  await page.locator("ui5-dialog[open]").getByText("may do everything").waitFor();
});

it("does not let an old draft go over what others saved since", async () => {
  const page = await openAt("/crm/customer");
  const { id } = await opportunity(page, 8);
  const newer = `A newer thought ${Date.now()}`;
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await field(page, "description").getByRole("textbox").fill("An old thought");
  await page.getByText("Not saved").waitFor();
  await page.goto(`${address()}/crm/customer`);
  await engine(page, `/api/crm/opportunity/${id}`, "PATCH", { description: newer });
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await page.getByText(/unsaved changes of/).waitFor();
  await save(page).click();
  await page.locator("ui5-dialog[open]").getByText(newer).waitFor();
});

it("says in which line what is wrong, and begins a new record at its first field", async () => {
  const page = await openAt("/crm/customer");
  const { id } = await opportunity(page, 9);
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await page.getByRole("tab", { name: "Lines" }).click();
  await page.getByRole("button", { name: "Add a line" }).click();
  await page.keyboard.press("Escape");
  await save(page).click();
  const wrong = page.locator(".lines-faults li").first();
  await wrong.waitFor();
  expect(await wrong.textContent()).toMatch(/^Line \d+, Description: Description is required/);
  await page.locator('.lines-wrong[data-field="description"][aria-invalid="true"]').waitFor();
  await picture(page, "lines-faults");
  await page.goto(`${address()}/crm/lead/new`);
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[data-field]")?.getAttribute("data-field") ?? null)).not.toBeNull();
});

it("says a rule at the fields that it is about, in words and not as it is written", async () => {
  const page = await openAt("/crm/lead/new");
  await field(page, "name").getByRole("textbox").fill("Of nobody");
  await page.keyboard.press("Control+s");
  const words = "A lead needs the name of an organisation or of a person";
  await field(page, "contact_name").getByText(words).filter({ visible: true }).first().waitFor();
  expect(await page.getByText("isSet(").count()).toBe(0);
  await field(page, "organisation_name").getByRole("textbox").fill("Somebody Ltd");
  await page.keyboard.press("Control+s");
  await page.waitForURL(/lead\/[0-9a-f-]{36}/);
});

it("keeps the columns of lines below their heads while one of their cells is written in", async () => {
  const page = await openAt("/crm/opportunity/new");
  await page.getByRole("tab", { name: "Lines" }).click();
  const lines = page.locator('.form-field[data-field="lines"]');
  await lines.getByRole("button", { name: /Add/ }).first().click();
  await lines.locator('[role="gridcell"][data-field="unit"]').click();
  await lines.locator('[role="gridcell"][data-field="unit"] input').waitFor();
  await whole(page);
  const edges = () => lines.locator(".lines-row").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left))));
  const [head = [], line = []] = await edges();
  expect(head.length).toBeGreaterThan(4);
  expect(line.slice(0, head.length)).toEqual(head);
});

it("goes back to the list as it was after a record was made", async () => {
  const page = await openAt("/crm/lost_reason?sort=-name");
  await page.locator('div[role="row"][data-id]').first().waitFor();
  await page.keyboard.press("Alt+n");
  await field(page, "name").getByRole("textbox").fill(`Made ${Date.now()}`);
  await field(page, "code").getByRole("textbox").fill(`made${Date.now()}`);
  await save(page).click();
  await page.waitForURL(/lost_reason\/[0-9a-f-]{36}/);
  await page.getByRole("button", { name: "Back" }).click();
  await page.waitForURL(/lost_reason\?sort=-name/);
});

it("makes in place of a link what is not there yet, and asks for what it needs", async () => {
  const page = await openAt("/crm/opportunity/new");
  const name = `Made in place ${Date.now()}`;
  const customer = field(page, "customer").getByRole("combobox");
  await customer.click();
  await customer.fill(name);
  await page.getByRole("option", { name: `Make “${name}”` }).click();
  const made = async () => (await engine<{ data: { id: string }[] }>(page, `/api/crm/customer?fields=id&filter=${encodeURIComponent(`name == '${name}'`)}`)).data.length;
  await expect.poll(made).toBe(1);
  await field(page, "customer").getByRole("link", { name: `Open ${name}` }).waitFor();
  const currency = field(page, "currency").getByRole("combobox");
  await currency.click();
  await currency.fill("Doubloon");
  await page.getByRole("option", { name: "Make “Doubloon”" }).click();
  const dialog = page.locator("ui5-dialog[open]");
  await dialog.getByRole("heading", { name: /New/ }).or(dialog.locator(".form-fault")).first().waitFor();
  await picture(page, "quick-make");
  expect(await violationsOn(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
});

it("leads to one of two hundred fields by its name", async () => {
  const page = await openAt("/samples/wide/new");
  await page.locator(".form-field").first().waitFor();
  await page.getByRole("button", { name: "Find a field" }).click();
  await page.locator(".field-finder").getByRole("textbox").fill("f187");
  await page.locator(".field-finder").getByText("f187").first().waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[data-field]")?.getAttribute("data-field") ?? null)).toBe("f187");
});
