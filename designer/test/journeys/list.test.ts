import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, picture, withBrowser } from "../support/browser.ts";
import { choose, focusedRecord, openedRecord } from "../support/hands.ts";

withBrowser();

const rows = 'div[role="row"][data-id]';

it("shows a list with its filters, and no violation of accessibility", async () => {
  const page = await openAt("/crm/opportunity?view=list");
  await page.locator(rows).first().waitFor();
  await picture(page, "list");
  expect(await page.getByRole("button", { name: "Open", exact: true }).getAttribute("aria-pressed")).toBe("true");
  expect(await page.getByRole("columnheader").allTextContents()).toContain("Customer");
  expect(await violationsOn(page)).toEqual([]);
});

it("narrows by a condition, whose address shows the same to others", async () => {
  const page = await openAt("/crm/opportunity?view=list");
  await page.locator(rows).first().waitFor();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const panel = page.locator("form.conditions");
  await choose(page, panel.getByRole("combobox", { name: "Field" }), "Name");
  await panel.getByRole("textbox").last().fill("audit");
  await panel.getByRole("button", { name: "Apply" }).click();
  await page.waitForURL(/filter=contains/);
  await page.locator(".chip", { hasText: "Name contains audit" }).waitFor();
  const other = await openAt(page.url().slice(address().length));
  await other.locator(".chip", { hasText: "Name contains audit" }).waitFor();
  await other.locator(rows).first().waitFor();
  const names = await other.locator('[data-field="name"]').allTextContents();
  expect(names.filter((name) => !name.toLowerCase().includes("audit"))).toEqual([]);
});

it("narrows by groups of conditions", async () => {
  const page = await openAt("/crm/opportunity?view=list&on=-");
  await page.locator(rows).first().waitFor();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const panel = page.locator("form.conditions");
  await panel.getByRole("button", { name: "Add a group" }).click();
  const group = panel.getByRole("group", { name: "Group of conditions" });
  for (const [at, word] of ["audit", "renewal"].entries()) {
    await choose(page, group.locator(".condition").nth(at).getByRole("combobox", { name: "Field" }), "Name");
    await group.locator(".condition").nth(at).getByRole("textbox").fill(word);
  }
  await panel.getByRole("button", { name: "Remove", exact: true }).first().click();
  await panel.getByRole("button", { name: "Apply" }).click();
  await page.locator(".chip", { hasText: "Name contains renewal" }).waitFor();
  const names = () => page.locator('[data-field="name"]').allTextContents();
  // The rows from before stay until those that are asked for are there.
  await expect.poll(async () => [(await names()).filter((name) => !/audit|renewal/i.test(name)), (await names()).length > 5]).toEqual([[], true]);
});

it("finds by words", async () => {
  const page = await openAt("/crm/customer");
  await page.locator(rows).first().waitFor();
  await page.keyboard.press("/");
  await page.locator("#list-search:focus").waitFor();
  await page.keyboard.type("zzzznothing");
  await page.getByRole("heading", { name: "Nothing matches" }).waitFor();
  await page.getByRole("button", { name: "Take away all filters" }).click();
  await page.locator(rows).first().waitFor();
});

it("leads back from an address that asks for what is not there", async () => {
  const page = await openAt("/crm/customer?sort=nonsense&columns=nonsense");
  await page.getByRole("alert").getByRole("button", { name: "Usual view" }).click();
  await page.locator(rows).first().waitFor();
  expect(await page.getByRole("columnheader").allTextContents()).toContain("Name");
});

it("sorts, hides and resizes columns", async () => {
  const page = await openAt("/crm/customer");
  await page.locator(rows).first().waitFor();
  await page.getByRole("columnheader", { name: /Name/ }).getByRole("button").click();
  await page.getByRole("menuitem", { name: "Sort downwards" }).click();
  await page.waitForURL(/sort=-name/);
  const handle = page.getByRole("separator", { name: "Width of Name" });
  const before = Number(await handle.getAttribute("aria-valuenow"));
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => Number(await handle.getAttribute("aria-valuenow"))).toBe(before + 16);
  await page.getByRole("columnheader", { name: /Status/ }).getByRole("button").click();
  await page.getByRole("menuitem", { name: "Hide this column" }).click();
  await page.waitForURL(/columns=/);
  await page.getByRole("columnheader", { name: /Status/ }).waitFor({ state: "detached" });
  await page.getByRole("columnheader", { name: /Name/ }).waitFor();
});

it("moves columns by the mouse and by the menu", async () => {
  const page = await openAt("/crm/customer?columns=code,name,country,status");
  await page.locator(rows).first().waitFor();
  const heads = () => page.getByRole("columnheader").allTextContents();
  await page.getByRole("columnheader", { name: /Status/ }).getByRole("button").dragTo(page.getByRole("columnheader", { name: /Name/ }).getByRole("button"));
  await page.waitForURL(/columns=code%2Cstatus%2Cname%2Ccountry/);
  await page.getByRole("columnheader", { name: /Status/ }).getByRole("button").click();
  await page.getByRole("menuitem", { name: "Move towards the end" }).click();
  await expect.poll(heads).toEqual(["", "Code", "Name", "Status", "Country"]);
});

it("groups, and opens a group", async () => {
  const page = await openAt("/crm/opportunity?view=list&on=-&group=status");
  const head = page.locator(".grid-group", { hasText: "Won" });
  await head.click();
  await page.locator(rows).first().waitFor();
  await picture(page, "list-grouped");
  const statuses = await page.locator(`${rows} [data-field="status"]`).allTextContents();
  expect(new Set(statuses)).toEqual(new Set(["Won"]));
  await page.locator('[data-active="true"]').focus();
  await page.keyboard.press("Control+End");
  const rest = page.locator(".grid-rest");
  await rest.waitFor();
  await rest.click();
  await rest.waitFor({ state: "detached" });
});

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

it("selects from one row to another, also those between that were never looked at", async () => {
  const page = await openAt("/crm/opportunity?view=list&on=-&sort=code");
  await page.locator('[aria-rowindex="5"][data-id]').getByRole("checkbox").click();
  await page.locator(".grid").evaluate((grid) => grid.scrollTo(0, 34 * 450));
  await page.locator('[aria-rowindex="454"][data-id]').getByRole("checkbox").click({ modifiers: ["Shift"] });
  await page.getByText("450 selected").first().waitFor();
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

it("changes a cell in its place", async () => {
  const page = await openAt("/crm/lost_reason");
  await page.locator(rows).first().waitFor();
  const before = await engine<{ data: { id: string; name: string }[] }>(page, "/api/crm/lost_reason?fields=id,name&sort=name&limit=1");
  const first = before.data[0];
  const cell = page.locator(`[data-id="${first?.id}"] [data-field="name"]`);
  await cell.focus();
  await page.keyboard.press("F2");
  await cell.getByRole("textbox").fill("Renamed in place");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await engine<{ name: string }>(page, `/api/crm/lost_reason/${first?.id}?fields=name`)).name).toBe("Renamed in place");
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

it("exports what it shows", async () => {
  const page = await openAt("/crm/customer");
  await page.locator(rows).first().waitFor();
  await page.getByRole("button", { name: "More actions" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const [head = ""] = readFileSync(await file.path(), "utf8").split(/\r?\n/);
  expect(head.replace("\ufeff", "").split(",").slice(0, 3)).toEqual(["code", "name", "country.name"]);
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

it("shows a board, says why a card cannot be moved, and moves it with what it lacks", async () => {
  const page = await openAt("/crm/lead?view=kanban&filter=");
  const name = `Journey of a card ${Date.now()}`;
  const made = await engine<{ id: string }>(page, "/api/crm/lead", "POST", { name, organisation_name: "Journeys" });
  await page.goto(`${address()}/crm/lead?view=kanban&filter=${encodeURIComponent(`name == '${name}'`)}`);
  const card = page.getByRole("link", { name });
  await card.waitFor();
  await picture(page, "board");
  await card.focus();
  await page.keyboard.press("Alt+ArrowRight");
  const dialog = page.locator("ui5-dialog[open]");
  await dialog.getByText("cannot be contacted").waitFor();
  await dialog.getByRole("textbox", { name: "Email" }).fill("ada@example.org");
  await dialog.getByRole("button").first().click();
  await expect.poll(async () => (await engine<{ status: string }>(page, `/api/crm/lead/${made.id}?fields=status`)).status).toBe("contacted");
  await engine(page, `/api/crm/lead/${made.id}`, "DELETE");
});

it("shows what others change meanwhile", async () => {
  const page = await openAt("/crm/lead?view=list&filter=");
  const name = `Journey of another ${Date.now()}`;
  const made = await engine<{ id: string }>(page, "/api/crm/lead", "POST", { name, organisation_name: "Journeys" });
  await page.goto(`${address()}/crm/lead?view=list&filter=${encodeURIComponent(`startsWith(name, '${name}')`)}`);
  await page.locator(rows, { hasText: name }).waitFor();
  await engine(page, `/api/crm/lead/${made.id}`, "PATCH", { name: `${name}, renamed` });
  await page.locator(rows, { hasText: `${name}, renamed` }).waitFor();
  await engine(page, `/api/crm/lead/${made.id}`, "DELETE");
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

it("shows all that a link offers, in a cell as in a form", async () => {
  const page = await openAt("/crm/customer?columns=code,name,country&sort=code");
  const cell = page.locator(`${rows} [data-field="country"]`).first();
  await cell.waitFor();
  await cell.focus();
  await page.keyboard.press("F2");
  await cell.getByRole("combobox").fill("a");
  const last = page.getByRole("option").last();
  const isOnTop = () =>
    last.evaluate((option) => {
      option.scrollIntoView({ block: "nearest" });
      const box = option.getBoundingClientRect();
      return option.contains(document.elementFromPoint(box.left + 20, box.top + box.height / 2));
    });
  await expect.poll(isOnTop).toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
});
