import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, allow, engine, openAt, openWindow, picture, withBrowser } from "../support/browser.ts";
import { linkMailedTo } from "../support/mailbox.ts";
import { nextCode, oneTimeCode } from "../support/oneTimeCode.ts";
import { startProvider } from "../support/provider.ts";

withBrowser();

const PASSWORD = "Battery-Staple-42";
const OTHER = "Another-Horse-43";

async function person(): Promise<{ username: string; email: string; page: Page }> {
  const admin = await openAt("/health/live");
  const username = `ada${Date.now()}`;
  const email = `${username}@example.org`;
  await engine(admin, "/api/auth/users", "POST", { username, name: "Ada Byron", email, password: PASSWORD, roles: ["administrator"] });
  return { username, email, page: await openWindow() };
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto(address());
  await page.getByRole("textbox", { name: "User name" }).fill(username);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const inside = (page: Page) => page.getByRole("button", { name: /open your menu/ }).waitFor();

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /open your menu/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
}

it("sets up a second factor by its picture or key, signs in with it, and with a recovery code", async () => {
  const { page, username } = await person();
  await signIn(page, username, PASSWORD);
  await inside(page);
  await page.goto(`${address()}/account/settings`);
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByRole("img", { name: /authenticator/ }).waitFor();
  const secret = (await page.locator(".codes").first().textContent()) ?? "";
  await page.getByRole("textbox", { name: "Code" }).fill(oneTimeCode(secret));
  await picture(page, "second-factor");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("Keep these recovery codes").waitFor();
  const recovery = ((await page.locator(".codes").first().textContent()) ?? "").split("\n");
  expect(recovery.length).toBeGreaterThan(4);
  expect(await violationsOn(page)).toEqual([]);
  await signOut(page);
  await signIn(page, username, PASSWORD);
  const code = page.getByRole("textbox", { name: "Code of your authenticator" });
  await code.fill("000000");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  await code.fill(nextCode(secret));
  await page.keyboard.press("Enter");
  await inside(page);
  await signOut(page);
  await signIn(page, username, PASSWORD);
  await code.fill(recovery[0] ?? "");
  await page.keyboard.press("Enter");
  await inside(page);
});

it("chooses another password by the link of a mail", async () => {
  const { page, username, email } = await person();
  await page.goto(address());
  await page.getByRole("button", { name: "Forgotten your password?" }).click();
  await page.getByRole("textbox", { name: /e-mail address/ }).fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.goto(address() + (await linkMailedTo(email, "reset")));
  await page.getByRole("textbox").nth(0).fill(OTHER);
  await page.getByRole("textbox").nth(1).fill(OTHER);
  await page.getByRole("button", { name: "Keep this password" }).click();
  await page.getByText("Your password is set.").waitFor();
  await signIn(page, username, OTHER);
  await inside(page);
});

it("comes in by an invitation", async () => {
  const admin = await openAt("/health/live");
  const email = `guest${Date.now()}@example.org`;
  await engine(admin, "/api/auth/invite", "POST", { email, name: "Grace Hopper", roles: [] });
  const page = await openWindow();
  await page.goto(address() + (await linkMailedTo(email, "invite")));
  await page.getByRole("heading", { name: "Welcome: choose a password" }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("textbox").nth(0).fill(PASSWORD);
  await page.getByRole("textbox").nth(1).fill(PASSWORD);
  await page.getByRole("button", { name: "Keep this password" }).click();
  await page.getByText("Your password is set.").waitFor();
  await signIn(page, email, PASSWORD);
  await inside(page);
});

it("signs in by somebody who knows one already", async () => {
  const admin = await openAt("/health/live");
  const { username, page } = await person();
  const name = `house${Date.now()}`;
  const provider = await startProvider("armature", { sub: name, preferred_username: username, email: `${username}@example.org`, email_verified: true });
  const forget = allow(provider.issuer);
  const { id } = await engine<{ id: string }>(admin, "/api/sys/oauth_provider", "POST", { name, title: `House ${name}`, issuer: provider.issuer, client_id: "armature", client_secret: "between us", link_by_email: true });
  try {
    await page.goto(`${address()}/crm/customer`);
    await page.getByRole("button", { name: `Continue with House ${name}` }).click();
    await page.getByRole("link", { name: "Yes, it is me" }).click();
    await page.getByRole("grid", { name: "Customers" }).waitFor();
    await inside(page);
  } finally {
    await engine(admin, `/api/sys/oauth_provider/${id}`, "DELETE");
    provider.stop();
    forget();
  }
});

it("ends all other sessions at once, and shows a token once", async () => {
  const { page, username } = await person();
  await signIn(page, username, PASSWORD);
  await inside(page);
  const elsewhere = await openWindow();
  await signIn(elsewhere, username, PASSWORD);
  await inside(elsewhere);
  await page.goto(`${address()}/account/settings`);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await page.getByText("Your other sessions have ended.").waitFor();
  await elsewhere.reload();
  await elsewhere.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Nightly report");
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = page.locator(".codes").last();
  await token.waitFor();
  const answer = await page.request.get(`${address()}/api/auth/me`, { headers: { Authorization: `Bearer ${await token.textContent()}`, Cookie: "" } });
  expect(answer.status()).toBe(200);
  await page.reload();
  await page.getByText("Nightly report").waitFor();
  expect(await page.locator(".codes").count()).toBe(0);
});
