import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, picture, withBrowser } from "../support/browser.ts";
import { search } from "../support/hands.ts";

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
  await search(panel.getByRole("combobox", { name: "Field" }), "Name");
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

it("narrows by fields of linked records, by name, with the keys alone", async () => {
  const page = await openAt("/crm/opportunity?view=list&on=-");
  await page.locator(rows).first().waitFor();
  await page.getByRole("button", { name: "Filter", exact: true }).press("Enter");
  const panel = page.locator("form.conditions");
  const field = panel.getByRole("combobox", { name: "Field" });
  await field.fill("customer ›");
  await panel.getByRole("option", { name: "Customer › …" }).waitFor();
  await field.press("Enter");
  await panel.getByRole("option", { name: "Customer › Country", exact: true }).waitFor();
  await field.pressSequentially("coun");
  await field.press("Enter");
  await expect.poll(() => field.inputValue()).toBe("Customer › Country");
  const country = panel.getByRole("combobox", { name: "Value" });
  await country.fill("fran");
  await panel.getByRole("option", { name: "France" }).waitFor();
  await country.press("Enter");
  await panel.getByRole("button", { name: "Apply" }).press("Enter");
  await page.locator(".chip", { hasText: "Customer › Country is France" }).waitFor();
  const filter = new URL(page.url()).searchParams.get("filter") ?? "";
  expect(filter).toMatch(/^customer\.country == '[0-9a-f-]{36}'$/);
  const countries = (where: string) => engine<{ data: readonly { id: string }[] }>(page, `/api/crm/opportunity?fields=id&limit=1000&filter=${encodeURIComponent(where)}`);
  const [some, expected] = [await countries(filter), await countries("customer.country.code == 'FR'")];
  expect([some.data.length > 0, some.data.length]).toEqual([true, expected.data.length]);
  // Whoever follows the link sees the same words, and goes on from there.
  const other = await openAt(page.url().slice(address().length));
  await other.locator(".chip", { hasText: "Customer › Country is France" }).waitFor();
  await other.getByRole("button", { name: "Filter", exact: true }).click();
  const again = other.locator("form.conditions").getByRole("combobox", { name: "Field" });
  await expect.poll(() => again.inputValue()).toBe("Customer › Country");
  await again.fill("Country ›");
  await again.press("Enter");
  await search(again, "Customer › Country › Code");
  await other.locator("form.conditions").getByRole("textbox").last().fill("de");
  await other.locator("form.conditions").getByRole("button", { name: "Apply" }).click();
  await other.waitForURL(/filter=contains%28lower%28customer.country.code%29/);
  await other.locator(".chip", { hasText: "Customer › Country › Code contains de" }).waitFor();
});

it("narrows by groups of conditions", async () => {
  const page = await openAt("/crm/opportunity?view=list&on=-");
  await page.locator(rows).first().waitFor();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const panel = page.locator("form.conditions");
  await panel.getByRole("button", { name: "Add a group" }).click();
  const group = panel.getByRole("group", { name: "Group of conditions" });
  for (const [at, word] of ["audit", "renewal"].entries()) {
    await search(group.locator(".condition").nth(at).getByRole("combobox", { name: "Field" }), "Name");
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

it("shows fields of linked records, and sorts by them", async () => {
  const page = await openAt("/crm/opportunity?view=list&on=-&columns=code,name");
  await page.locator(rows).first().waitFor();
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  const panel = page.locator(".columns-panel");
  await panel.getByRole("textbox", { name: "Find a field" }).fill("customer");
  await panel.getByRole("button", { name: "Fields of Customer …", exact: true }).click();
  await panel.getByRole("textbox", { name: "Find a field" }).fill("customer › country");
  await panel.getByRole("checkbox", { name: "Customer › Country", exact: true }).check();
  await page.waitForURL(/columns=code%2Cname%2Ccustomer\.country/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Sort", exact: true }).click();
  await search(page.locator(".panel").getByRole("combobox", { name: "Field" }).first(), "Customer › Country");
  await page.waitForURL(/sort=customer\.country/);
  await page.keyboard.press("Escape");
  const shown = () => page.locator(`${rows} [data-field="customer.country"]`).allTextContents();
  const asked = await engine<{ data: readonly { customer: { country: { name: string } | null } }[] }>(page, "/api/crm/opportunity?sort=customer.country.name&limit=12&fields=customer(country(name))");
  await expect.poll(async () => (await shown()).slice(0, 12)).toEqual(asked.data.map(({ customer }) => customer.country?.name ?? ""));
  // Such a cell is looked at; what it shows belongs to another record.
  await page.locator(`${rows} [data-field="customer.country"]`).first().dblclick();
  expect(await page.locator(".cell-editor").count()).toBe(0);
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

it("groups by the months of a date", async () => {
  const page = await openAt("/crm/opportunity?view=list&on=-");
  await page.locator(rows).first().waitFor();
  await page.getByRole("button", { name: "Group" }).click();
  await page.getByRole("menuitemradio", { name: /^Closed on \(month\)$/ }).click();
  const heads = page.locator(".grid-group-head");
  const { data } = await engine<{ data: { [group: string]: string | number }[] }>(page, "/api/crm/opportunity/query", "POST", { groupBy: ["startOf(closed_on, 'month')"], measures: { count: "count()" }, filter: "closed_on != null", sort: ["startOf(closed_on, 'month')"] });
  const [first] = data.map((group) => ({ month: new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "short", year: "numeric" }).format(new Date(String(group["startOf(closed_on, 'month')"]))), count: Number(group["count"]) }));
  const head = heads.filter({ hasText: first?.month ?? "" }).first();
  await head.waitFor();
  expect(await head.locator(".grid-count").textContent()).toBe(String(first?.count));
  await head.click();
  await page.locator(rows).first().waitFor();
  await expect.poll(() => page.locator(rows).count()).toBeGreaterThanOrEqual(Math.min(first?.count ?? 0, 5));
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
