import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, openWindow, picture, withBrowser } from "../support/browser.ts";

withBrowser();

const rows = 'div[role="row"][data-id]';
const countOf = async (page: Page) => Number((await page.locator(".list-count").textContent())?.replace(/\D/g, ""));

it("works in one of several companies: its records show, and what is made belongs to it", async () => {
  const page = await openAt("/crm/customer");
  await page.locator(rows).first().waitFor();
  const { page: whole } = await engine<{ page: { count: number } }>(page, "/api/crm/customer?limit=1&count=exact");
  const all = whole.count;
  await expect.poll(() => countOf(page)).toBe(all);
  const { data } = await engine<{ data: { id: string; name: string }[] }>(page, "/api/auth/companies");
  const { id } = await engine<{ id: string }>(page, "/api/auth/me");
  const chosen = data.find(({ name }) => name.endsWith("UK"));
  const mine = `Of one company ${Date.now()}`;
  try {
    await page.locator("#workplace").click();
    await picture(page, "companies");
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("menuitemradio", { name: chosen?.name ?? "", exact: true }).click();
    await page.locator(".chip", { hasText: chosen?.name ?? "" }).waitFor();
    // Records of no company show in each of them; other journeys leave some, and this one, where it ran before.
    const { page: everywhere } = await engine<{ page: { count: number } }>(page, `/api/crm/customer?limit=1&count=exact&filter=${encodeURIComponent(`company == null || company == '${chosen?.id}'`)}`);
    if (everywhere.count > 0) await expect.poll(() => countOf(page)).toBe(everywhere.count);
    else await page.getByRole("heading", { name: /No Customers in .* UK yet/ }).waitFor();

    await page.keyboard.press("Alt+n");
    await page.locator('.form-field[data-field="name"]').getByRole("textbox").fill(mine);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.waitForURL(/customer\/[0-9a-f-]{36}/);
    const made = await engine<{ company: string }>(page, `/api/crm/customer/${new URL(page.url()).pathname.split("/").at(-1)}?fields=company`);
    expect(made.company).toBe(chosen?.id);

    await page.goto(`${address()}/crm/customer`);
    await page.locator(rows).first().waitFor();
    await expect.poll(() => countOf(page)).toBe(everywhere.count + 1);
    // A link to it shows others the same, whichever company they work in themselves.
    await page.waitForURL(new RegExp(`company=${chosen?.id}`));
    const link = page.url();
    await page.getByRole("button", { name: "Show records of all companies" }).click();
    await expect.poll(() => countOf(page)).toBe(all + 1);
    await page.waitForURL(/company=-/);
    const other = data.find(({ id: each, name }) => each !== chosen?.id && name !== "");
    await engine(page, "/api/auth/company", "PUT", { company: other?.id });
    await page.goto(link);
    await page.locator(".chip", { hasText: chosen?.name ?? "" }).waitFor();
    await expect.poll(() => countOf(page)).toBe(everywhere.count + 1);
  } finally {
    await engine(page, `/api/sys/user/${id}`, "PATCH", { company: null });
  }
});

it("goes from site to site, signed in to each", async () => {
  const page = await openAt("/");
  const password = "Another-Horse-8";
  await engine(page, "/api/tenants", "POST", { name: "second", packs: [], adminPassword: password });
  try {
    await page.goto(`${address()}/t/second/`);
    await page.getByRole("textbox", { name: "User name" }).fill("admin");
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.locator("#workplace").click();
    await picture(page, "sites");
    await page.getByRole("menuitem", { name: "main" }).click();
    await page.waitForURL(`${address()}/`);
    await page.getByRole("heading", { level: 1, name: /Hello/ }).waitFor();
    await page.locator("#workplace").click();
    await page.getByRole("menuitem", { name: "second" }).click();
    await page.waitForURL(`${address()}/t/second/`);
    await page.getByRole("heading", { level: 1, name: /Hello/ }).waitFor();
  } finally {
    await engine(page, "/api/tenants/second", "DELETE");
  }
});

it("keeps what one user left unfinished from the next at the same browser", async () => {
  const first = await openAt("/crm/customer/new");
  await first.getByLabel("Name", { exact: true }).first().fill("Half a customer");
  await first.locator(".form-dirty").waitFor();
  const kept = await first.context().storageState();
  const name = `next${Date.now()}`;
  await engine(first, "/api/auth/users", "POST", { username: name, name, password: "Third-Horse-9", roles: ["administrator"] });
  const second = await openWindow({ storageState: { ...kept, cookies: [] } });
  await second.request.post(`${address()}/api/auth/login`, { data: { username: name, password: "Third-Horse-9" } });
  await second.goto(`${address()}/crm/customer/new`);
  // Behind what had come back, what is typed would stand.
  await second.getByLabel("Name", { exact: true }).first().click();
  await second.keyboard.press("End");
  await second.keyboard.type("mine");
  await expect.poll(() => second.getByLabel("Name", { exact: true }).first().inputValue()).toBe("mine");
  await first.reload();
  await expect.poll(() => first.getByLabel("Name", { exact: true }).first().inputValue()).toBe("Half a customer");
});
