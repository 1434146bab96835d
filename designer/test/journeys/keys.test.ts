import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { address, engine, openAt, withBrowser } from "../support/browser.ts";
import { held } from "../support/hands.ts";

withBrowser();

const rows = 'div[role="row"][data-id]';
const field = (page: Page, name: string) => page.locator(`.form-field[data-field="${name}"]`);
const dialog = (page: Page) => page.locator("ui5-dialog[open]");

async function lead(page: Page, more: object = {}): Promise<{ id: string; name: string }> {
  const name = `Keys ${Date.now()}`;
  const { id } = await engine<{ id: string }>(page, "/api/crm/lead", "POST", { name, organisation_name: "Journeys", email: "ada@example.org", ...more });
  return { id, name };
}

it("takes what is typed before the palette is there, and what is found for it", async () => {
  const page = await openAt("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const palette = await held(page, /\/assets\/Palette-[^/]*\.js$/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("new lead");
  await page.keyboard.press("Enter");
  palette.release();
  await page.waitForURL(/crm\/lead\/new/);
  const { id, name } = await lead(page);
  const found = await held(page, /\/api\/search\?/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  found.release();
  await page.waitForURL(new RegExp(id));
  await engine(page, `/api/crm/lead/${id}`, "DELETE");
});

it("leaves in the palette what is chosen when more is found", async () => {
  const page = await openAt("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const found = await held(page, /\/api\/search\?/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("sales");
  const chosen = page.locator('[role="option"][aria-selected="true"]');
  await chosen.filter({ hasText: "Sales" }).waitFor();
  await page.keyboard.press("ArrowDown");
  const words = await chosen.textContent();
  found.release();
  await page.locator(".palette .menu-title", { hasText: "Records" }).waitFor();
  expect(await chosen.textContent()).toBe(words);
});

it("takes what is typed before the first field of a form is there", async () => {
  const page = await openAt("/crm/lead");
  await page.locator(rows).first().waitFor();
  const editors = await held(page, /\/assets\/edit-[^/]*\.js$/);
  await page.keyboard.press("Alt+n");
  await field(page, "name").locator(".field-waiting").waitFor();
  await page.keyboard.type("Early");
  editors.release();
  const name = field(page, "name").getByRole("textbox");
  await expect.poll(() => name.inputValue()).toBe("Early");
  await page.keyboard.type(" bird");
  await expect.poll(() => name.inputValue()).toBe("Early bird");
});

it("takes for a link what is found for the words before Enter, not what was offered until then", async () => {
  const page = await openAt("/crm/customer/new");
  const country = field(page, "country").getByRole("combobox");
  await country.focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option").nth(1).waitFor();
  const found = await held(page, /\/api\/core\/country\?/);
  await page.keyboard.type("France");
  await page.keyboard.press("Enter");
  found.release();
  await field(page, "country").getByRole("link", { name: "Open France" }).waitFor();
  // Also where one goes on to the next field at once.
  await page.goto(`${address()}/crm/lead/new`);
  const currency = field(page, "currency").getByRole("combobox");
  await currency.waitFor();
  const searched = await held(page, /\/api\/core\/currency\?/);
  await currency.focus();
  await page.keyboard.type("CHF");
  await page.keyboard.press("Tab");
  searched.release();
  await field(page, "currency").getByRole("link", { name: "Open CHF" }).waitFor();
  await expect.poll(() => currency.evaluate((input) => input === document.activeElement)).toBe(false);
});

it("keeps what is typed while something is being saved", async () => {
  const page = await openAt("/health/live");
  const { id, name } = await lead(page);
  await page.goto(`${address()}/crm/lead/${id}`);
  await field(page, "name").getByRole("textbox").fill(`${name} saved`);
  const saving = await held(page, new RegExp(`/api/crm/lead/${id}$`), "PATCH");
  await page.keyboard.press("Control+s");
  await saving.begun;
  await field(page, "city").getByRole("textbox").fill("Typed meanwhile");
  saving.release();
  await page.locator(".toast", { hasText: "Saved" }).waitFor();
  await page.getByText("Not saved").waitFor();
  await expect.poll(() => field(page, "city").getByRole("textbox").inputValue()).toBe("Typed meanwhile");
  await page.keyboard.press("Control+s");
  await page.getByText("Not saved").waitFor({ state: "detached" });
  expect(await engine(page, `/api/crm/lead/${id}?fields=name,city`)).toMatchObject({ name: `${name} saved`, city: "Typed meanwhile" });
  await engine(page, `/api/crm/lead/${id}`, "DELETE");
});

it("shows what was changed before anybody told of changes", async () => {
  const page = await openAt("/health/live");
  const { id, name } = await lead(page);
  const stream = await held(page, /\/api\/stream$/);
  const list = `/crm/lead?view=list&filter=${encodeURIComponent(`startsWith(name, '${name}')`)}`;
  await page.goto(address() + list);
  await page.locator(rows, { hasText: name }).waitFor();
  await stream.begun;
  const other = await openAt(list);
  await other.locator(rows, { hasText: name }).waitFor();
  await engine(page, `/api/crm/lead/${id}`, "PATCH", { name: `${name}, renamed` });
  // Whoever listened was told.
  await other.locator(rows, { hasText: `${name}, renamed` }).waitFor();
  stream.release();
  await page.locator(rows, { hasText: `${name}, renamed` }).waitFor();
  await engine(page, `/api/crm/lead/${id}`, "DELETE");
});

it("leads a lead from its first step to a customer by the keyboard, the keys beside the steps", async () => {
  const page = await openAt("/health/live");
  const { id } = await lead(page);
  await page.goto(`${address()}/crm/lead/${id}`);
  await field(page, "email").getByRole("link", { name: "Write to ada@example.org" }).waitFor();
  await page.getByRole("button", { name: "Contacted" }).press("Enter");
  const focused = (name: string) => page.locator("ui5-button:focus", { hasText: name }).waitFor();
  const beside = () => page.locator(".workflow:focus").waitFor();
  await page.getByRole("button", { name: /^Qualify/ }).waitFor();
  await beside();
  await page.keyboard.press("Tab");
  await focused("Qualify …");
  await page.keyboard.press("Enter");
  const stars = dialog(page).getByRole("radio");
  await expect.poll(() => stars.first().evaluate((star) => star === document.activeElement)).toBe(true);
  for (let times = 0; times < 3; times++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await dialog(page).locator("#step-comment:focus").waitFor();
  await dialog(page).getByRole("button", { name: "Qualify" }).press("Enter");
  await page.getByRole("button", { name: /^Convert/ }).waitFor();
  await beside();
  await page.keyboard.press("Tab");
  await focused("Convert …");
  expect(await engine(page, `/api/crm/lead/${id}?fields=status,rating`)).toMatchObject({ status: "qualified", rating: 4 });
  await page.keyboard.press("Enter");
  await page.locator("#step-customer:focus").waitFor();
  const { data } = await engine<{ data: { name: string }[] }>(page, "/api/crm/customer?fields=name&limit=1&sort=name");
  await page.keyboard.type(data[0]?.name ?? "");
  await page.keyboard.press("Enter");
  await expect.poll(() => dialog(page).getByRole("button", { name: "Convert" }).isEnabled()).toBe(true);
  await dialog(page).getByRole("button", { name: "Convert" }).press("Enter");
  await page.locator("#page:focus").waitFor();
  expect(await engine(page, `/api/crm/lead/${id}?fields=status`)).toMatchObject({ status: "converted" });
});

it("goes over a board by the arrows, moves a card and keeps it, and comes back to it", async () => {
  const page = await openAt("/health/live");
  const { id, name } = await lead(page);
  const other = await engine<{ id: string }>(page, "/api/crm/lead", "POST", { name: `${name} qualified`, organisation_name: "Journeys", email: "ada@example.org", rating: 2 });
  await engine(page, `/api/crm/lead/${other.id}/transitions/qualify`, "POST", {});
  await page.goto(`${address()}/crm/lead?view=kanban&filter=${encodeURIComponent(`startsWith(name, '${name}')`)}`);
  const card = (which: string, lane: string) => page.locator(`.lane[data-lane="${lane}"] .card[data-id="${which}"] .card-name`);
  await card(id, "new").waitFor();
  await card(other.id, "qualified").waitFor();
  await page.keyboard.press("ArrowDown");
  await card(id, "new").and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowRight");
  await card(other.id, "qualified").and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Alt+ArrowRight");
  await card(id, "contacted").and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await card(id, "contacted").and(page.locator(":focus")).waitFor();
  for (const each of [id, other.id]) await engine(page, `/api/crm/lead/${each}`, "DELETE");
});

it("leaves the keys in a dialog when one clicks beside it, and begins conditions at the first field", async () => {
  const page = await openAt("/crm/lead?view=list");
  await page.locator(rows).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.locator(`${rows} :focus`).waitFor();
  await page.keyboard.press("?");
  const isInside = () => page.evaluate(() => document.activeElement?.closest("ui5-dialog") != null);
  await expect.poll(isInside).toBe(true);
  await page.mouse.click(3, 500);
  expect(await isInside()).toBe(true);
  await page.keyboard.press("Tab");
  await expect.poll(isInside).toBe(true);
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Filter", exact: true }).press("Enter");
  const first = page.locator('form.conditions input[aria-label="Field"]:focus');
  await first.waitFor();
  // However often they are opened and closed, the list stays.
  for (let times = 0; times < 2; times++) {
    await page.keyboard.press("Escape");
    await first.waitFor({ state: "detached" });
    await page.locator(rows).first().waitFor();
    await page.getByRole("button", { name: "Filter", exact: true }).press("Enter");
    await first.waitFor();
  }
});
