import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, openWindow, picture, withBrowser } from "../support/browser.ts";

withBrowser();

const rows = 'div[role="row"][data-id]';
const PASSWORD = "Correct-Horse-Battery-9";

const views = (page: Page, name = "Views") => page.getByRole("button", { name, exact: true });

async function keep(page: Page, name: string): Promise<void> {
  await views(page).click();
  await page.getByRole("textbox", { name: "Name of the view" }).fill(name);
  await page.keyboard.press("Enter");
  await page.locator(".toast", { hasText: `View “${name}” saved` }).waitFor();
}

async function forget(page: Page): Promise<void> {
  for (const entity of ["view_choice", "saved_view"]) {
    const { data } = await engine<{ data: { id: string }[] }>(page, `/api/sys/${entity}?fields=id`);
    for (const { id } of data) await engine(page, `/api/sys/${entity}/${id}`, "DELETE");
  }
}

it("keeps a list under a name, with its columns and their widths", async () => {
  const page = await openAt("/crm/customer?sort=-name&columns=name,code,email");
  try {
    await page.locator(rows).first().waitFor();
    await page.getByRole("separator", { name: "Width of Name" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/look=/);
    await keep(page, "Backwards");
    await views(page, "Views: Backwards").waitFor();
    await page.getByRole("columnheader", { name: "Email" }).getByRole("button").click();
    await page.getByRole("menuitem", { name: "Hide this column" }).click();
    await page.getByText("Backwards •").waitFor();
    const other = await openAt("/crm/customer");
    await other.locator(rows).first().waitFor();
    await views(other).click();
    await other.getByRole("button", { name: "Backwards", exact: true }).click();
    await other.waitForURL(/sort=-name/);
    const width = await page.getByRole("separator", { name: "Width of Name" }).getAttribute("aria-valuenow");
    await expect.poll(() => other.getByRole("separator", { name: "Width of Name" }).getAttribute("aria-valuenow")).toBe(width);
    await expect.poll(() => other.getByRole("columnheader").allTextContents()).toEqual(["", "Name", "Code", "Email"]);
  } finally {
    await forget(page);
  }
});

it("opens a list with the view that one wants first, and leads back to the usual one", async () => {
  const page = await openAt("/crm/customer?sort=-name");
  try {
    await page.locator(rows).first().waitFor();
    await keep(page, "First of all");
    await views(page, "Views: First of all").click();
    await page.getByRole("button", { name: "Open this list with it" }).click();
    await page.getByRole("button", { name: "No longer open this list with it" }).waitFor();
    await page.goto(`${address()}/crm/customer`);
    await page.waitForURL(/sort=-name/);
    await views(page, "Views: First of all").click();
    await page.getByRole("button", { name: "Usual view" }).click();
    await page.waitForURL((url) => !url.search.includes("sort"));
    await page.locator(rows).first().waitFor();
  } finally {
    await forget(page);
  }
});

it("shares a view with those of a role, takes it back by deleting it, and takes that back too", async () => {
  const page = await openAt("/crm/lead?view=list&filter=");
  const username = `reader${Date.now()}`;
  await engine(page, "/api/auth/users", "POST", { username, password: PASSWORD, roles: ["crm.rep"] });
  try {
    await page.goto(`${address()}/crm/lead?view=list&q=a`);
    await page.locator(rows).first().waitFor();
    await keep(page, "For the team");
    await views(page, "Views: For the team").click();
    await page.getByRole("button", { name: /Edit the view/ }).click();
    const dialog = page.locator("ui5-dialog[open]");
    await dialog.getByRole("checkbox", { name: /^Sales representative/ }).click();
    await picture(page, "view-shared");
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });

    const other = await openWindow();
    await other.request.post(`${address()}/api/auth/login`, { data: { username, password: PASSWORD } });
    await other.goto(`${address()}/crm/lead?view=list`);
    await views(other).click();
    await other.getByRole("button", { name: /For the team/ }).click();
    await other.waitForURL(/q=a/);
    await views(other, "Views: For the team").click();
    await other.getByRole("textbox", { name: "Name of the view" }).waitFor();
    expect(await other.getByRole("button", { name: /Edit the view/ }).count()).toBe(0);

    await views(page, "Views: For the team").click();
    await page.getByRole("button", { name: /Edit the view/ }).click();
    await dialog.getByRole("button", { name: "Delete" }).click();
    await page.locator(".toast", { hasText: "deleted" }).getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => (await engine<{ data: unknown[] }>(page, `/api/sys/saved_view?filter=${encodeURIComponent("name == 'For the team'")}`)).data.length).toBe(1);
  } finally {
    await forget(page);
  }
});
