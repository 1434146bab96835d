import { expect, it } from "vitest";
import { address, engine, openAt, withBrowser } from "../support/browser.ts";
import { focusedRecord, openedRecord } from "../support/hands.ts";

withBrowser();

const rows = 'div[role="row"][data-id]';

it("comes to its last record by the keyboard and by the scrollbar, and back", async () => {
  const page = await openAt("/crm/opportunity?view=list&on=-&sort=code");
  await page.locator(rows).first().waitFor();
  const { data, page: whole } = await engine<{ data: { id: string }[]; page: { count: number } }>(page, "/api/crm/opportunity?sort=code&reverse=true&limit=1&fields=id&count=exact");
  const last = page.locator(`[data-id="${data[0]?.id}"]`);
  await page.locator('[data-active="true"]').focus();
  await page.keyboard.press("Control+End");
  await last.locator(':focus[role="gridcell"]').waitFor();
  expect(await last.getAttribute("aria-rowindex")).toBe(String(whole.count + 1));
  expect(await page.locator(".grid").getAttribute("aria-rowcount")).toBe(String(whole.count + 1));
  // The rows above are there too, as soon as they are looked at.
  await page.keyboard.press("PageUp");
  const above = () => page.evaluate(() => Number(document.activeElement?.closest("[data-id]")?.getAttribute("aria-rowindex") ?? Infinity));
  await expect.poll(above).toBeLessThan(whole.count - 5);
  await page.keyboard.press("Control+Home");
  await page.locator('[aria-rowindex="2"] :focus').waitFor();
  await last.waitFor({ state: "detached" });
  await page.locator(".grid").evaluate((grid) => grid.scrollTo(0, grid.scrollHeight));
  await last.waitFor();
  expect(await page.locator(".grid-row").count()).toBeLessThan(80);
});

it("goes from cell to cell by keyboard, opens a record and comes back to the same list", async () => {
  const page = await openAt("/crm/customer?sort=-name");
  await page.locator(rows).first().waitFor();
  await page.locator('[data-active="true"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const third = page.locator('[aria-rowindex="4"][data-id]');
  await third.locator(":focus").waitFor();
  const label = (await third.locator('[data-field="name"]').textContent()) ?? "";
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: label, exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(/customer\?sort=-name/);
  await third.locator(":focus").waitFor();
});

it("keeps the focus in the grid when the record under it goes", async () => {
  const page = await openAt("/crm/lead?view=list&filter=");
  const name = `Journey of a focus ${Date.now()}`;
  const made: string[] = [];
  for (const place of ["first", "second"]) made.push((await engine<{ id: string }>(page, "/api/crm/lead", "POST", { name: `${name} ${place}`, organisation_name: "Journeys" })).id);
  await page.goto(`${address()}/crm/lead?view=list&sort=name&filter=${encodeURIComponent(`startsWith(name, '${name}')`)}`);
  await page.locator(rows).nth(1).waitFor();
  await page.locator('[data-active="true"]').focus();
  await engine(page, `/api/crm/lead/${made[0]}`, "DELETE");
  await page.locator(rows, { hasText: `${name} first` }).waitFor({ state: "detached" });
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="row"]')?.getAttribute("data-id") ?? "")).toBe(made[1]);
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(made[1] ?? "nothing"));
  await engine(page, `/api/crm/lead/${made[1]}`, "DELETE");
});

it("works on its heads and cells by the keyboard: menus, widths, and the way to a column that is not in sight", async () => {
  const page = await openAt("/crm/customer?columns=code,name,country,status,email,phone,city,currency,credit_limit,notes,owner,created_at");
  await page.locator(rows).first().waitFor();
  await page.locator('[data-active="true"]').focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.waitForURL(/look=/);
  await page.keyboard.press("Enter");
  await page.locator('[role="menuitem"]:focus', { hasText: "Sort upwards" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.locator('[role="menuitem"]:focus', { hasText: "Sort downwards" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/sort=-name/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("head-name");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  const seen = () =>
    page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      return document.activeElement?.getAttribute("role") === "gridcell" && (box?.right ?? 9999) <= innerWidth;
    });
  await expect.poll(seen).toBe(true);
});

it("comes back to the row that it opened, however far down", async () => {
  const page = await openAt("/crm/customer?sort=code");
  await page.locator(rows).first().waitFor();
  await page.locator('[data-active="true"]').focus();
  for (let times = 0; times < 4; times++) await page.keyboard.press("PageDown");
  await page.keyboard.press("Enter");
  await page.locator(".form-title").waitFor();
  // Whichever row the keys led to: its record is the one of the address.
  const opened = openedRecord(page);
  await page.keyboard.press("Escape");
  await expect.poll(() => focusedRecord(page)).toBe(opened);
  expect(await page.locator(`[data-id="${opened}"]`).getAttribute("aria-rowindex").then(Number)).toBeGreaterThan(40);
});

it("comes back to the record that it went on to, and to where a record stands now", async () => {
  const page = await openAt("/crm/lead?view=list&filter=");
  const name = `Way back ${Date.now()}`;
  const made: string[] = [];
  for (const letter of ["b", "d", "f"]) made.push((await engine<{ id: string }>(page, "/api/crm/lead", "POST", { name: `${name} ${letter}`, organisation_name: "Journeys" })).id);
  await page.goto(`${address()}/crm/lead?view=list&sort=name&filter=${encodeURIComponent(`startsWith(name, '${name}')`)}`);
  await page.locator(rows).nth(2).waitFor();
  await page.locator('[data-active="true"]').focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(made[0] ?? "nothing"));
  await page.getByRole("heading", { level: 1, name: `${name} b` }).waitFor();
  await page.getByRole("button", { name: "Next record" }).waitFor();
  await page.keyboard.press("Alt+ArrowDown");
  await page.getByRole("heading", { level: 1, name: `${name} d` }).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => focusedRecord(page)).toBe(made[1]);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: `${name} d` }).waitFor();
  // While one looks at it, it goes to the end of the list.
  await engine(page, `/api/crm/lead/${made[1]}`, "PATCH", { name: `${name} z` });
  await page.getByRole("heading", { level: 1, name: `${name} z` }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(`[aria-rowindex="4"][data-id="${made[1]}"] :focus`).waitFor();
  for (const id of made) await engine(page, `/api/crm/lead/${id}`, "DELETE");
});

it("stays on the record, and in the cell that is typed into, when others put records before it", async () => {
  const page = await openAt("/crm/lead?view=list&filter=");
  const name = `Staying ${Date.now()}`;
  const made: string[] = [];
  const make = async (letter: string) => made.push((await engine<{ id: string }>(page, "/api/crm/lead", "POST", { name: `${name} ${letter}`, organisation_name: "Journeys" })).id);
  await make("m");
  await make("n");
  await page.goto(`${address()}/crm/lead?view=list&sort=name&filter=${encodeURIComponent(`startsWith(name, '${name}')`)}`);
  await page.locator(rows).nth(1).waitFor();
  await page.locator('[data-active="true"]').focus();
  await make("a");
  await page.locator(`[aria-rowindex="3"][data-id="${made[0]}"] :focus`).waitFor();
  const cell = page.locator(`[data-id="${made[0]}"] [data-field="organisation_name"]`);
  await cell.focus();
  await page.keyboard.press("F2");
  await cell.getByRole("textbox").fill("Half");
  await make("b");
  await page.locator(`[aria-rowindex="4"][data-id="${made[0]}"]`).waitFor();
  await page.keyboard.type(" a name");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await engine<{ organisation_name: string }>(page, `/api/crm/lead/${made[0]}?fields=organisation_name`)).organisation_name).toBe("Half a name");
  for (const id of made) await engine(page, `/api/crm/lead/${id}`, "DELETE");
});

it("keeps the keys when the row that has them is scrolled away, and leaves them where one went from a cell", async () => {
  const page = await openAt("/crm/customer?sort=code");
  await page.locator(rows).first().waitFor();
  await page.locator('[data-active="true"]').focus();
  const begun = await focusedRecord(page);
  await page.locator(".grid").evaluate((grid) => grid.scrollTo(0, 34 * 200));
  await page.locator('[aria-rowindex="205"][data-id]').waitFor();
  expect(await focusedRecord(page)).toBe(begun);
  await page.keyboard.press("ArrowDown");
  await page.locator('[aria-rowindex="3"][data-id] :focus').waitFor();
  const { data } = await engine<{ data: { id: string; phone: string | null }[] }>(page, "/api/crm/customer?sort=code&fields=id,phone&limit=1&offset=1");
  await page.goto(`${address()}/crm/customer?sort=code&columns=code,phone`);
  const cell = page.locator(`[data-id="${data[0]?.id}"] [data-field="phone"]`);
  await cell.focus();
  await page.keyboard.press("F2");
  await cell.getByRole("textbox").fill("+33 1 23 45 67 89");
  await page.locator("#list-search").click();
  await expect.poll(async () => (await engine<{ phone: string }>(page, `/api/crm/customer/${data[0]?.id}?fields=phone`)).phone).toBe("+33 1 23 45 67 89");
  await cell.getByRole("textbox").waitFor({ state: "detached" });
  await page.locator("#list-search:focus").waitFor();
  await engine(page, `/api/crm/customer/${data[0]?.id}`, "PATCH", { phone: data[0]?.phone ?? null });
});
