import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, openWindow, picture, withBrowser } from "../support/browser.ts";

withBrowser();

const PASSWORD = "Battery-Staple-42";

interface Person {
  readonly page: Page;
  readonly username: string;
  readonly name: string;
}

/** Somebody else, signed in, in a window of his own. */
async function somebody(admin: Page, roles: readonly string[]): Promise<Person> {
  const username = `mina${Date.now()}`;
  const name = `Mina ${username.slice(-5)}`;
  await engine(admin, "/api/auth/users", "POST", { username, name, password: PASSWORD, roles });
  const page = await openWindow();
  await page.request.post(`${address()}/api/auth/login`, { data: { username, password: PASSWORD } });
  return { page, username, name };
}

async function sample(page: Page): Promise<{ id: string; name: string }> {
  const name = `Told of ${Date.now()}`;
  const { id } = await engine<{ id: string }>(page, "/api/samples/everything", "POST", { name });
  return { id, name };
}

it("tells whom a comment names, leads to the record, and lets one put it off", async () => {
  const admin = await openAt("/health/live");
  const { id, name } = await sample(admin);
  const mina = await somebody(admin, ["administrator"]);
  await mina.page.goto(address());
  await mina.page.getByRole("button", { name: "Notifications" }).waitFor();
  await admin.goto(`${address()}/samples/everything/${id}`);
  const area = admin.getByRole("combobox", { name: "Write a comment" });
  await area.click();
  await admin.keyboard.type(`Look @${mina.username.slice(0, -1)}`);
  await admin.getByRole("option", { name: mina.name }).click();
  await admin.keyboard.type("please");
  await picture(admin, "mention");
  await admin.keyboard.press("Control+Enter");
  await admin.locator(".feed-text strong", { hasText: `@${mina.username}` }).waitFor();
  const count = async () => (await engine<{ unread: number }>(mina.page, "/api/notifications/count")).unread;
  await expect.poll(count, { timeout: 60_000 }).toBe(1);
  await mina.page.reload();
  await mina.page.getByRole("button", { name: "Notifications, 1 unread" }).click();
  const note = mina.page.locator(".note").first();
  await note.waitFor();
  await picture(mina.page, "notifications");
  expect(await violationsOn(mina.page)).toEqual([]);
  await note.getByRole("button", { name: /^Put off/ }).click();
  await note.getByRole("button", { name: "Tomorrow" }).click();
  await mina.page.getByText("Nothing to see here.").waitFor();
  await mina.page.getByRole("tab", { name: "Put off" }).click();
  await note.locator(".note-main").click();
  await mina.page.getByRole("heading", { name, level: 1 }).waitFor();
  await expect.poll(count).toBe(0);
});

it("shares a record with somebody who could not see it, until a day", async () => {
  const admin = await openAt("/health/live");
  const { id, name } = await sample(admin);
  const mina = await somebody(admin, []);
  const seen = async () => (await mina.page.request.get(`${address()}/api/samples/everything/${id}`)).status();
  expect(await seen()).not.toBe(200);
  await admin.goto(`${address()}/samples/everything/${id}`);
  await admin.getByRole("button", { name: "More actions" }).click();
  await admin.getByRole("menuitem", { name: "Share" }).click();
  const dialog = admin.locator("ui5-dialog[open]");
  await dialog.getByRole("combobox", { name: "Who" }).fill(mina.name);
  await admin.getByRole("option", { name: mina.name }).click();
  await picture(admin, "share");
  expect(await violationsOn(admin)).toEqual([]);
  await dialog.getByRole("button", { name: "Share", exact: true }).click();
  await dialog.locator("li", { hasText: mina.name }).waitFor();
  await expect.poll(seen).toBe(200);
  await mina.page.goto(`${address()}/samples/everything/${id}`);
  await mina.page.getByRole("heading", { name, level: 1 }).waitFor();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await dialog.getByText("It is shared with nobody.").waitFor();
  await expect.poll(seen).not.toBe(200);
});

it("keeps files beside a record, and says who follows it", async () => {
  const page = await openAt("/health/live");
  const { id } = await sample(page);
  await page.goto(`${address()}/samples/everything/${id}`);
  const panel = page.getByRole("complementary", { name: "Activity" });
  await panel.getByRole("button", { name: "Follow", exact: true }).click();
  await panel.getByText("1 person follows").waitFor();
  await panel.getByRole("tab", { name: "Files" }).click();
  await panel.locator("input[type=file]").first().setInputFiles({ name: "offer.txt", mimeType: "text/plain", buffer: Buffer.from("An offer") });
  await panel.getByRole("link", { name: "offer.txt" }).waitFor();
  const files = () => engine<{ data: { name: string }[] }>(page, `/api/samples/everything/${id}/files`);
  await expect.poll(async () => (await files()).data.map(({ name }) => name)).toEqual(["offer.txt"]);
  await panel.getByRole("button", { name: "Remove offer.txt" }).click();
  await panel.getByText("Nothing is attached.").waitFor();
  await expect.poll(async () => (await files()).data).toEqual([]);
});

it("lets one correct and remove what one said", async () => {
  const page = await openAt("/health/live");
  const { id } = await sample(page);
  await engine(page, `/api/samples/everything/${id}/comments`, "POST", { text: "A mistake" });
  await page.goto(`${address()}/samples/everything/${id}`);
  await page.getByText("A mistake").waitFor();
  await page.getByRole("button", { name: "Change the comment" }).click();
  await page.getByRole("combobox", { name: "Change the comment" }).fill("No mistake");
  await page.keyboard.press("Control+Enter");
  await page.locator(".feed-text", { hasText: "No mistake" }).waitFor();
  await page.getByRole("button", { name: "Remove the comment" }).click();
  await page.getByText("Nobody has said anything yet.").waitFor();
});
