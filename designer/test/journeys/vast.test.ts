import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect, inject, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, openWindow, picture, withBrowser } from "../support/browser.ts";
import { tooWide } from "../support/hands.ts";
import { ENTITIES, FIELDS, installVast, MODULES } from "../support/vast.ts";

withBrowser();

const TENANT = `vast${Date.now()}`;
const PASSWORD = "Correct-Horse-8";
const MANY = 12_345;
const HEIGHT = 34;
const PAGES = 8;
/** So fast a hand types. */
const HAND = { delay: 40 };
const site = () => `${address()}/t/${TENANT}`;
const rows = 'div[role="row"][data-id]';
const grid = '.grid [role="gridcell"]';

async function tokenOf(place: string, password: string): Promise<string> {
  const answer = await fetch(`${place}/api/auth/login`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ username: "admin", password }) });
  if (!answer.ok) throw new Error(`${place}: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

async function post(address: string, token: string, type: string, body: string): Promise<void> {
  const answer = await fetch(address, { method: "POST", headers: { Authorization: `Bearer ${token}`, "Content-Type": type }, body });
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
}

beforeAll(async () => {
  const main = await tokenOf(address(), inject("password"));
  await post(`${address()}/api/tenants`, main, "application/json", JSON.stringify({ name: TENANT, adminPassword: PASSWORD }));
  const token = await tokenOf(site(), PASSWORD);
  await installVast(address(), TENANT, token);
  const lines = Array.from({ length: MANY }, (_, index) => `Thing ${index},T${String(index).padStart(6, "0")},${index % 3 === 0 ? "" : `2026-01-${String((index % 28) + 1).padStart(2, "0")}`},${index}.50`);
  await post(`${site()}/api/vast7/thing17/import?format=csv`, token, "text/csv", ["name,code,day,amount", ...lines].join("\n"));
});

async function openVast(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openWindow(options);
  await page.request.post(`${site()}/api/auth/login`, { data: { username: "admin", password: PASSWORD } });
  await page.goto(site() + path);
  return page;
}

it("finds its way through hundreds of entities that nobody made a menu for, by the keyboard", async () => {
  const page = await openVast("/");
  const entry = page.locator(".side-entry");
  // Lines have no entry of their own.
  await expect.poll(() => entry.count()).toBeGreaterThanOrEqual(MODULES * (ENTITIES - 1));
  await picture(page, "vast-home");
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("textbox", { name: "Find in the menu" }).fill("parts module 4");
  await expect.poll(() => entry.count()).toBe(1);
  await page.keyboard.press("Control+k");
  await page.locator('[role="combobox"]:focus').waitFor();
  await page.keyboard.type("things 17 modul 7");
  await page.getByRole("option", { name: /Things 17 of module 7/ }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/vast7\/thing17/);
  await page.locator(rows).first().waitFor();
});

it("comes to the last of many records, and reads on upwards from there", async () => {
  const page = await openVast("/vast7/thing17?sort=day,code");
  await page.locator(rows).first().waitFor();
  await page.locator(grid).nth(1).focus();
  await page.keyboard.press("Control+End");
  await page.locator(`[aria-rowindex="${MANY + 1}"][data-id] :focus`).waitFor();
  // Those without a day come last, the highest code at the very end.
  const last = Math.floor((MANY - 1) / 3) * 3;
  const code = (index: number) => page.locator(`[aria-rowindex="${index + 2}"] [data-field="code"]`);
  expect(await code(MANY - 1).textContent()).toBe(`T${String(last).padStart(6, "0")}`);
  const seen = await page.locator(".grid").evaluate((element, height) => Math.floor(element.clientHeight / height) - 2, HEIGHT);
  for (let times = 0; times < PAGES; times++) await page.keyboard.press("PageUp");
  const row = MANY - 1 - PAGES * seen;
  await page.locator(`[aria-rowindex="${row + 2}"][data-id] :focus`).waitFor();
  expect(await code(row).textContent()).toBe(`T${String(last - 3 * (MANY - 1 - row)).padStart(6, "0")}`);
  await picture(page, "vast-end");
  await page.keyboard.press("Control+Home");
  await page.locator('[aria-rowindex="2"][data-id] :focus').waitFor();
  // And by the scrollbar into the middle, where nobody was yet.
  await page.locator(".grid").evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect.poll(() => page.locator(rows).count()).toBeGreaterThan(10);
  await expect.poll(() => page.locator(".grid-unread").count()).toBe(0);
});

it(`fills in a form of ${FIELDS} fields with lines by the keyboard, and saves it`, async () => {
  const page = await openVast("/vast5/sheet");
  await page.getByRole("heading", { name: "No Sheets of module 5 yet" }).waitFor();
  await page.keyboard.press("Alt+n");
  const name = page.locator('.form-field[data-field="name"]').getByRole("textbox");
  await name.waitFor();
  await picture(page, "vast-form");
  await expect.poll(() => page.locator(".form-field").count()).toBeGreaterThan(20);
  await name.fill("All of it");
  // From tab to tab by the arrows; the field finder knows where each field is.
  await page.getByRole("tab", { name: "Overview" }).focus();
  for (let times = 0; times < 5; times++) await page.keyboard.press("ArrowRight");
  await page.getByRole("tab", { name: "Items", selected: true }).waitFor();
  const lines = page.locator('.form-field[data-field="items"]');
  await lines.scrollIntoViewIfNeeded();
  await lines.getByRole("button", { name: /Add/ }).first().click();
  await page.keyboard.type("First", HAND);
  await page.keyboard.press("Tab");
  await page.keyboard.type("3", HAND);
  await page.keyboard.press("Tab");
  await page.keyboard.type("2.5", HAND);
  await page.keyboard.press("Tab");
  // What was typed is all there, in place of what was in the cells, and one comes out again.
  await expect.poll(() => lines.locator('[role="gridcell"][data-field]').allTextContents()).toEqual(["First", "3.00", "2.50", "7.50"]);
  await lines.locator("ui5-button:focus", { hasText: "Add" }).waitFor();
  // A number that is typed over another one is the one that was typed, letter by letter.
  await lines.locator('[role="gridcell"][data-field="qty"]').focus();
  await page.keyboard.type("4.5", HAND);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect.poll(() => lines.locator('[role="gridcell"][data-field]').allTextContents()).toEqual(["First", "4.50", "2.50", "11.25"]);
  await page.keyboard.press("Control+s");
  await page.waitForURL(/vast5\/sheet\/[0-9a-f-]{36}/);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Back", exact: true }).press("Enter");
  await page.locator(rows, { hasText: "All of it" }).waitFor();
  await picture(page, "vast-saved");
});

it("shows a tree that nobody described, and is usable on a phone", async () => {
  const page = await openVast("/vast2/part/new", { viewport: { width: 360, height: 740 }, hasTouch: true });
  await page.locator('.form-field[data-field="name"]').getByRole("textbox").fill("Whole");
  await page.getByRole("button", { name: "Save", exact: true }).tap();
  await page.waitForURL(/vast2\/part\/[0-9a-f-]{36}/);
  await page.goto(`${site()}/vast2/part?view=tree`);
  await page.getByText("Whole").first().waitFor();
  await picture(page, "vast-tree");
  expect(await violationsOn(page)).toEqual([]);
  await expect.poll(() => tooWide(page)).toBeLessThanOrEqual(0);
});
