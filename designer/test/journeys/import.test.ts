import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, picture, withBrowser } from "../support/browser.ts";
import { choose as pick } from "../support/hands.ts";

withBrowser();

const begin = async (text: string, name = "samples.csv") => {
  const page = await openAt("/samples/everything");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Import" }).click();
  await page.getByRole("heading", { name: "Import: Everything" }).waitFor();
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("table", { name: "Columns" }).waitFor();
  return page;
};

const check = (page: Page) => page.getByRole("button", { name: "Check the file" }).click();
const chosen = (page: Page, column: string) => page.getByRole("row", { name: column }).locator("ui5-select");
const count = async (page: Page, code: string) => {
  const { data } = await engine<{ data: unknown[] }>(page, `/api/samples/everything?fields=id&filter=${encodeURIComponent(`startsWith(code, '${code}')`)}`);
  return data.length;
};

it("shows what an export looks like that can be imported", async () => {
  const page = await openAt("/crm/customer");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Import" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "See what an export looks like" }).click();
  const sample = readFileSync(await (await download).path());
  expect(sample.subarray(0, 2).toString()).toBe("PK");
  await page.locator("input[type=file]").setInputFiles({ name: "customer.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: sample });
  await page.getByRole("table", { name: "Columns" }).waitFor();
  await expect.poll(() => chosen(page, "name").first().evaluate((select: HTMLSelectElement) => select.value)).toBe("name");
});

it("takes a table in: columns are guessed, all is checked, and it can be taken back", async () => {
  const code = `imp-${Date.now()}`;
  const page = await begin(`Name;CODE;Day;Weight\nOne;${code}-1;31/01/2026;1,5\nTwo;${code}-2;01/02/2026;2\n`);
  await expect.poll(() => chosen(page, "CODE").evaluate((select: HTMLSelectElement) => select.value)).toBe("code");
  await picture(page, "import-columns");
  expect(await violationsOn(page)).toEqual([]);
  await check(page);
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await page.getByText("2 new, 0 changed, 0 unchanged, 0 refused").waitFor();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  expect(await count(page, code)).toBe(2);
  const { data } = await engine<{ data: { day: string; weight: number }[] }>(page, `/api/samples/everything?fields=day,weight&filter=${encodeURIComponent(`code == '${code}-1'`)}`);
  expect(data[0]).toMatchObject({ day: "2026-01-31", weight: 1.5 });
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back: 2 records").waitFor();
  expect(await count(page, code)).toBe(0);
});

it("takes back what was exported: the records that it came from change, and no others are made", async () => {
  const page = await openAt("/crm/customer_contact");
  const count = async () => (await engine<{ page: { count: number } }>(page, "/api/crm/customer_contact?limit=1&count=exact")).page.count;
  const before = await count();
  await page.locator(".grid-row[data-id]").first().waitFor();
  await page.getByRole("button", { name: "More actions" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export CSV" }).click();
  const [head = "", first = "", ...rest] = readFileSync(await (await download).path(), "utf8").replace("\ufeff", "").split(/\r?\n/);
  expect(head.split(",").at(-1)).toBe("id");
  const id = first.split(",").at(-1) ?? "";
  const { name } = await engine<{ name: string }>(page, `/api/crm/customer_contact/${id}?fields=name`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Import" }).click();
  const renamed = first.replace(name, `${name} again`);
  await page.locator("input[type=file]").setInputFiles({ name: "contacts.csv", mimeType: "text/csv", buffer: Buffer.from([head, renamed, ...rest.slice(0, 20)].join("\n")) });
  await page.getByRole("table", { name: "Columns" }).waitFor();
  await expect.poll(() => page.locator("#import-key").evaluate((select: HTMLSelectElement) => select.value)).toBe("id");
  await check(page);
  await page.getByText("0 new, 1 changed, 20 unchanged, 0 refused").waitFor();
  await page.getByRole("button", { name: "Import 21 rows" }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  expect(await engine(page, `/api/crm/customer_contact/${id}?fields=name`)).toMatchObject({ name: `${name} again` });
  expect(await count()).toBe(before);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back: 1 record").waitFor();
});

it("says what is wrong in which row, and takes the good ones if that is wished", async () => {
  const code = `par-${Date.now()}`;
  const page = await begin(`Name,Code,Day\nGood,${code}-1,2026-01-31\n,${code}-2,2026-01-31\nLate,${code}-3,2026-13-99\n`);
  await check(page);
  await page.getByText("Row 2").waitFor();
  await page.getByText("Row 3").waitFor();
  await picture(page, "import-errors");
  expect(await page.locator(".import-error").first().textContent()).toMatch(/Name: Name is required/);
  expect(await violationsOn(page)).toEqual([]);
  const table = await page.request.get(new URL((await page.getByRole("link", { name: "Download as a table" }).getAttribute("href")) ?? "", address()).href);
  expect(await table.text()).toContain('"2","name"');
  await expect.poll(() => page.getByRole("button", { name: "Import 1 row" }).isDisabled()).toBe(true);
  await page.locator("ui5-checkbox").click();
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await page.getByText("1 new, 0 changed, 0 unchanged, 2 refused").waitFor();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  expect(await count(page, code)).toBe(1);
});

it("sends rows through a function of a pack that is chosen by its name", async () => {
  const code = `fun-${Date.now()}`;
  const page = await begin(`Name,Code\nquiet,${code}\nTotal,${code}-sum\n`);
  await pick(page, page.locator("#import-hook").getByRole("combobox"), "samples.shouted");
  await check(page);
  await page.getByText("1 new, 0 changed, 1 unchanged, 0 refused").waitFor();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  const { data } = await engine<{ data: { name: string }[] }>(page, `/api/samples/everything?fields=name&filter=${encodeURIComponent(`startsWith(code, '${code}')`)}`);
  expect(data).toMatchObject([{ name: "QUIET" }]);
});

it("says which rule a row breaks in words, not as it is written", async () => {
  const page = await openAt("/crm/lead/import");
  await page.locator("input[type=file]").setInputFiles({ name: "leads.csv", mimeType: "text/csv", buffer: Buffer.from("Email\nada@example.org\n") });
  await page.getByRole("table", { name: "Columns" }).waitFor();
  await check(page);
  await page.getByText("A lead needs the name of an organisation or of a person").waitFor();
  expect(await page.locator(".import-error").first().textContent()).not.toContain("isSet");
});

it("finds again what was said of a file when the page is loaded anew, and when one was elsewhere", async () => {
  const code = `rel-${Date.now()}`;
  const page = await begin(`Benennung,Kennung\nEins,${code}\n`, "supplier.csv");
  const choose = async (column: string, field: string) => {
    await pick(page, chosen(page, column).getByRole("combobox"), field);
  };
  await choose("Benennung", "Name");
  await choose("Kennung", "Code");
  await page.reload();
  await page.getByText("supplier.csv").waitFor();
  await expect.poll(() => chosen(page, "Benennung").evaluate((select: HTMLSelectElement) => select.value)).toBe("name");
  await expect.poll(() => chosen(page, "Kennung").evaluate((select: HTMLSelectElement) => select.value)).toBe("code");
  await check(page);
  await page.getByRole("button", { name: "Import 1 row" }).waitFor();
  // What was checked is there, too; from elsewhere one comes back to it.
  await page.reload();
  await page.getByRole("button", { name: "Import 1 row" }).waitFor();
  await page.goto(`${address()}/crm/customer`);
  await page.locator(".grid-row[data-id]").first().waitFor();
  await page.goto(`${address()}/samples/everything/import`);
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  expect(await count(page, code)).toBe(1);
  // Of what is done nothing is left over.
  await page.reload();
  await page.locator("input[type=file]").waitFor({ state: "attached" });
});

it("keeps the columns of a file under a name for the next one", async () => {
  const page = await begin("Benennung,Nummer\nEins,tpl-1\n");
  const name = `Supplier ${Date.now()}`;
  await pick(page, chosen(page, "Benennung").getByRole("combobox"), "Name");
  await page.getByRole("textbox", { name: "Name of the template" }).fill(name);
  await page.getByRole("button", { name: "Save as template" }).click();
  await page.getByText(`The template ${name} is kept.`).waitFor();
  await page.getByRole("button", { name: "Another file" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "next.csv", mimeType: "text/csv", buffer: Buffer.from("Benennung,Nummer\nZwei,tpl-2\n") });
  await page.locator("#import-template").click();
  await page.getByRole("option", { name }).click();
  await expect.poll(() => chosen(page, "Benennung").evaluate((select: HTMLSelectElement) => select.value)).toBe("name");
});
