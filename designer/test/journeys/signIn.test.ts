import { expect, inject, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, openAt, openWindow, picture, withBrowser } from "../support/browser.ts";

withBrowser();

it("signs in with a password, and goes where one wanted to go", async () => {
  const page = await openWindow();
  await page.goto(`${address()}/crm/customer`);
  await page.getByRole("textbox", { name: "User name" }).fill("admin");
  await page.getByRole("textbox", { name: "Password" }).fill(inject("password"));
  await picture(page, "sign-in");
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("grid", { name: "Customers" }).waitFor();
});

it("says in words that a password is wrong", async () => {
  const page = await openWindow();
  await page.goto(address());
  await page.getByRole("textbox", { name: "User name" }).fill("admin");
  await page.getByRole("textbox", { name: "Password" }).fill("not this one");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toMatch(/\w+ \w+/);
});

it("asks for a link when the password is forgotten, and tells nobody whether there is an account", async () => {
  const page = await openWindow();
  await page.goto(address());
  await page.getByRole("button", { name: "Forgotten your password?" }).click();
  await page.getByRole("textbox", { name: /e-mail address/ }).fill("nobody@example.org");
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText("a mail with a link is on its way").waitFor();
});

it("opens the pages of mails without signing in", async () => {
  const page = await openWindow();
  await page.goto(`${address()}/account/reset?token=not-a-token`);
  const fields = page.getByRole("textbox");
  await fields.nth(0).fill("Correct-Horse-8");
  await fields.nth(1).fill("Correct-Horse-9");
  await page.getByText("The two are not the same.").first().waitFor({ state: "attached" });
  await fields.nth(1).fill("Correct-Horse-8");
  await page.getByRole("button", { name: "Keep this password" }).click();
  await page.getByRole("alert").waitFor();
});

it("signs out", async () => {
  const page = await openAt("/");
  await page.getByRole("button", { name: /open your menu/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await page.goto(`${address()}/crm/customer`);
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
});
