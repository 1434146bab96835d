import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, picture, withBrowser } from "../support/browser.ts";

withBrowser();

interface Crate {
  readonly items: readonly { readonly name: string; readonly story: string | null; readonly count: number | null; readonly parts: readonly { readonly name: string; readonly number: number }[] }[];
}

const READ = "items(name,story,count,parts(name,number))";
const PACKED = { items: [{ name: "Lamp", parts: [{ name: "Bulb", number: 2 }] }, { name: "Chair" }] };

/** Opens a crate whose items have parts. */
async function open(values: object = PACKED): Promise<{ readonly page: Page; readonly read: () => Promise<Crate> }> {
  const page = await openAt("/health/live");
  const { id } = await engine<{ id: string }>(page, "/api/samples/crate", "POST", { name: "A crate", ...values });
  await page.goto(`${address()}/samples/crate/${id}`);
  await page.getByRole("tab", { name: "Items" }).click();
  await page.getByRole("gridcell", { name: "Lamp" }).or(page.getByText("No lines yet")).first().waitFor();
  return { page, read: () => engine<Crate>(page, `/api/samples/crate/${id}?fields=${READ}`) };
}

const dialog = (page: Page, title: string) => page.locator(`ui5-dialog[open][header-text="${title}"]`);

const save = async (page: Page) => {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Not saved").waitFor({ state: "detached" });
};

it("opens a line with all that has no room in its cells, lines of its own too", async () => {
  const { page, read } = await open();
  await page.getByRole("button", { name: "Open line 1" }).click();
  const line = dialog(page, "Line 1");
  await line.locator('[data-field="story"]').getByRole("textbox").fill("It **shines**.");
  const parts = line.locator('[data-field="parts"]');
  await parts.getByRole("gridcell", { name: "Bulb" }).waitFor();
  await parts.getByRole("button", { name: "Add a line" }).click();
  await page.keyboard.type("Shade");
  await page.keyboard.press("Tab");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  // What the parts add up to is there at once.
  await expect.poll(() => line.locator('[data-field="count"] output').textContent()).toBe("5");
  await picture(page, "line-open");
  expect(await violationsOn(page)).toEqual([]);
  await parts.getByRole("button", { name: "Remove the line: Line 3" }).click();
  await line.getByRole("button", { name: "Done" }).click();
  await line.waitFor({ state: "detached" });
  await save(page);
  expect((await read()).items).toEqual([
    { name: "Lamp", story: "It **shines**.", count: 5, parts: [expect.objectContaining({ name: "Bulb", number: 2 }), expect.objectContaining({ name: "Shade", number: 3 })] },
    { name: "Chair", story: null, count: 0, parts: [] },
  ].map((item) => expect.objectContaining(item)));
});

it("opens a line by keys alone, and comes back to its cell", async () => {
  const { page, read } = await open();
  await page.getByRole("gridcell", { name: "Chair" }).focus();
  await page.keyboard.press("Alt+Enter");
  const line = dialog(page, "Line 2");
  await line.locator('[data-field="name"]').getByRole("textbox").fill("Stool");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await line.waitFor({ state: "detached" });
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="gridcell"]')?.textContent)).toContain("Stool");
  await save(page);
  expect((await read()).items.map(({ name }) => name)).toEqual(["Lamp", "Stool"]);
});

it("says what is wrong in a line of a line where it is, by the names that people read", async () => {
  const { page } = await open({ items: [{ name: "Lamp", parts: [{ name: "Bulb", number: 2 }] }] });
  await page.getByRole("button", { name: "Open line 1" }).click();
  const line = dialog(page, "Line 1");
  await line.getByRole("gridcell", { name: "2", exact: true }).click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("0");
  await page.keyboard.press("Enter");
  await line.getByRole("button", { name: "Done" }).click();
  await line.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => page.locator(".lines-faults li").first().textContent()).toMatch(/^Line 1, Parts, Line 1, Number: /);
  await page.getByRole("button", { name: "Open line 1" }).click();
  await line.locator('[data-field="number"][aria-invalid="true"]').waitFor();
});
