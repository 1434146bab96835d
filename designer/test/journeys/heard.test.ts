import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { address, engine, openAt, openWindow, withBrowser } from "../support/browser.ts";
import { descriptionOf, listen } from "../support/ears.ts";
import { whole } from "../support/hands.ts";

withBrowser();

const rows = 'div[role="row"][data-id]';
/** What is told of at nearly the same time is said in one breath. */
const together = (heard: () => Promise<readonly string[]>) => async () => (await heard()).join(" ");
const times = (heard: readonly string[], words: RegExp) => heard.filter((each) => words.test(each)).length;

async function open(page: Page, entity: string, filter = ""): Promise<void> {
  const { data } = await engine<{ data: { id: string }[] }>(page, `/api/crm/${entity}?limit=1&fields=id&filter=${encodeURIComponent(filter)}`);
  await page.goto(`${address()}/crm/${entity}/${data[0]?.id}`);
  await whole(page);
}

it("says once why somebody is not signed in, and what the page is", async () => {
  const page = await openWindow();
  await page.goto(address());
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await expect.poll(() => page.title()).toBe("Sign in · Armature");
  const heard = await listen(page);
  await page.getByRole("textbox", { name: "User name" }).fill("admin");
  await page.getByRole("textbox", { name: "Password" }).fill("not this");
  await page.keyboard.press("Enter");
  await expect.poll(async () => times(await heard(), /password is wrong/)).toBe(1);
  expect(await page.locator('[role="alert"] ui5-message-strip').count()).toBe(0);
});

it("says how many records a list shows and how many are selected", async () => {
  const page = await openAt("/crm/customer");
  await page.locator(rows).first().waitFor();
  const heard = await listen(page);
  await page.locator('[data-active="true"]').focus();
  await page.keyboard.press("Space");
  await expect.poll(together(heard)).toContain("1 selected");
  await page.keyboard.press("Space");
  await expect.poll(together(heard)).toContain("Nothing selected");
  await page.locator("#list-search").getByRole("searchbox").fill("qqqxxxyyy");
  await expect.poll(together(heard)).toContain("No records");
  await page.locator("#list-search").getByRole("searchbox").fill("qqqxxxzzz");
  await page.waitForURL(/zzz/);
  await expect.poll(async () => times(await heard(), /No records/)).toBe(2);
});

it("says the field of the palette before what it would open, and that nothing was found", async () => {
  const page = await openAt("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const heard = await listen(page);
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Go to anything" });
  await page.getByRole("option").first().waitFor();
  expect(await field.getAttribute("aria-activedescendant")).toBeNull();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => field.getAttribute("aria-activedescendant")).not.toBeNull();
  await page.keyboard.type("qxqxqxqxqxqxq");
  await expect.poll(together(heard)).toContain("Nothing found");
  // Behind a modal dialog nobody hears anything.
  expect(await page.locator("dialog .voice").count()).toBe(1);
});

it("opens a record without saying its figures, and says one by its name when it changes", async () => {
  const page = await openAt("/crm/opportunity?view=list&on=-&filter=status%20%3D%3D%20%27open%27");
  await page.locator(rows).first().waitFor();
  const heard = await listen(page);
  await page.locator('[data-active="true"]').focus();
  await page.keyboard.press("Enter");
  await whole(page);
  await expect.poll(async () => (await heard()).at(-1)).toMatch(/· Armature$/);
  expect(times(await heard(), /^[^·]*\d[\d,.]*$/)).toBe(0);
  const amount = page.locator('.form-field[data-field="amount"]').getByRole("textbox");
  await amount.fill("31234");
  await amount.press("Tab");
  await expect.poll(async () => times(await heard(), /^Expected amount: .*\d/)).toBe(1);
});

it("says once what keeps a record from being saved", async () => {
  const page = await openAt("/");
  await open(page, "customer");
  const heard = await listen(page);
  await page.locator('.form-field[data-field="name"]').getByRole("textbox").fill("");
  await page.locator('.form-field[data-field="phone"]').getByRole("textbox").focus();
  await page.keyboard.press("Control+s");
  await expect.poll(async () => times(await heard(), /Name is required/)).toBe(1);
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[data-field]")?.getAttribute("data-field"))).toBe("name");
  await page.locator('.form-field[data-field="name"] .form-fault').waitFor();
  expect(times(await heard(), /Name is required/)).toBe(1);
});

it("leads to the cell of a line that is wrong", async () => {
  const page = await openAt("/");
  await open(page, "opportunity", "status == 'open'");
  await page.getByRole("tab", { name: "Lines" }).click();
  const grid = page.getByRole("grid", { name: "Lines" });
  await grid.waitFor();
  expect(await grid.getByRole("columnheader", { name: "Description", exact: true }).count()).toBe(1);
  await page.getByRole("button", { name: "Add a line" }).click();
  await grid.getByRole("textbox").first().waitFor();
  await page.keyboard.press("Escape");
  const cell = grid.getByRole("row").last().getByRole("gridcell").first();
  expect(await cell.getAttribute("aria-required")).toBe("true");
  await page.getByRole("tab", { name: "Overview" }).click();
  await page.keyboard.press("Control+s");
  await page.locator('.lines-cell:focus[aria-invalid="true"]').waitFor();
});

it("says how much there is to choose from", async () => {
  const page = await openAt("/");
  await open(page, "customer");
  const heard = await listen(page);
  const country = page.getByRole("combobox", { name: "Country" });
  await country.fill("fran");
  await expect.poll(async () => times(await heard(), /\d to choose from/)).toBeGreaterThan(0);
});

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

it("says that a comment is sent, and keeps the keys where it was written", async () => {
  const page = await openAt("/");
  await open(page, "customer");
  const heard = await listen(page);
  await page.getByRole("combobox", { name: "Write a comment" }).fill("Heard, not seen");
  await page.getByRole("button", { name: "Send" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(together(heard)).toContain("Comment sent");
  await page.locator("textarea:focus").waitFor();
});

it("says each step of an import once, and what became of it", async () => {
  const page = await openAt("/crm/lost_reason/import");
  await page.getByRole("heading", { level: 1, name: /^Import/ }).waitFor();
  const heard = await listen(page);
  const code = `heard${Date.now()}`;
  await page.locator("input[type=file]").setInputFiles({ name: "reasons.csv", mimeType: "text/csv", buffer: Buffer.from(`name,code\nHeard ${code},${code}\n`) });
  await expect.poll(together(heard)).toContain("Step 2 of 4: Columns");
  await page.locator("#page:focus").waitFor();
  await page.getByRole("button", { name: "Check the file" }).click();
  await page.getByRole("button", { name: "Import 1 row" }).waitFor();
  await expect.poll(async () => times(await heard(), /1 new, 0 changed/)).toBe(1);
});
