import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { address, engine, openAt, withBrowser } from "../support/browser.ts";
import { choose, whole } from "../support/hands.ts";

withBrowser();

interface Opportunity {
  readonly id: string;
  readonly name: string;
  readonly expected_close: string | null;
}

const field = (page: Page, name: string) => page.locator(`.form-field[data-field="${name}"]`);

/** An open opportunity that only these journeys touch: the last one. */
async function opportunity(page: Page): Promise<Opportunity> {
  const { data } = await engine<{ data: Opportunity[] }>(page, `/api/crm/opportunity?fields=id,name,expected_close&filter=${encodeURIComponent("status == 'open'")}&sort=-code&limit=1`);
  const found = data[0];
  if (!found) throw new Error("The demo data has no open opportunity");
  return found;
}

async function typeOver(page: Page, box: Locator, text: string): Promise<void> {
  await box.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

it("says that what was typed is no date, and saves nothing until it is one", async () => {
  const page = await openAt("/");
  const { id, name } = await opportunity(page);
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await whole(page);
  await typeOver(page, field(page, "name").getByRole("textbox"), `${name} again`);
  const day = field(page, "expected_close").locator("ui5-date-picker input").first();
  await typeOver(page, day, "the third");
  await field(page, "expected_close").locator(".form-fault", { hasText: "This is not a date. Write it like 31/12/2026." }).waitFor();
  await page.keyboard.press("ControlOrMeta+s");
  await page.locator(".form-notices").getByText("This is not a date. Write it like 31/12/2026.").waitFor();
  expect(await opportunity(page)).toMatchObject({ id, name });
  await typeOver(page, day, "05/08/2031");
  await expect.poll(() => page.locator(".form-notices").textContent()).toBe("");
  await page.keyboard.press("ControlOrMeta+s");
  await page.locator(".toast", { hasText: "Saved" }).waitFor();
  expect(await opportunity(page)).toMatchObject({ id, name: `${name} again`, expected_close: "2031-08-05" });
});

it("takes nothing away from many records where the value for them cannot be read", async () => {
  const page = await openAt("/crm/opportunity?view=opportunity_list");
  await page.getByRole("checkbox", { name: /^Select / }).nth(1).check();
  await page.getByRole("button", { name: "Change a field" }).click();
  const dialog = page.locator("ui5-dialog[open]");
  await choose(page, dialog.getByRole("combobox", { name: "Field" }), "Expected close");
  await typeOver(page, dialog.locator("ui5-date-picker input").first(), "soon");
  const apply = dialog.getByRole("button", { name: "Apply" });
  await expect.poll(() => apply.isDisabled()).toBe(true);
  await dialog.locator(".form-fault", { hasText: "This is not a date." }).waitFor();
  await typeOver(page, dialog.locator("ui5-date-picker input").first(), "05/08/2031");
  await expect.poll(() => apply.isDisabled()).toBe(false);
});

/** What a screen reader is told: the role, the name, and what is said besides. */
async function told(page: Page, role: string): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const text = (value: { readonly value?: unknown } | undefined) => String(value?.value ?? "");
  return nodes.filter((node) => !node.ignored && text(node.role) === role).map((node) => [text(node.name), text(node.description)].filter(Boolean).join(" | "));
}

it("tells the names of columns without their widths, and units with the numbers that they belong to", async () => {
  const page = await openAt("/crm/opportunity?view=opportunity_list");
  await page.getByRole("columnheader", { name: "Expected close", exact: true }).waitFor();
  expect(await told(page, "columnheader")).toContain("Amount");
  const { id } = await opportunity(page);
  await page.goto(`${address()}/crm/opportunity/${id}`);
  await whole(page);
  await expect.poll(() => told(page, "textbox")).toContain("Probability | %");
});
