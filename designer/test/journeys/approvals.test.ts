import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, openWindow, picture, withBrowser } from "../support/browser.ts";

withBrowser();

const PASSWORD = "Battery-Staple-42";
const dialog = (page: Page) => page.locator("ui5-dialog[open]");

/** A request that waits for the word of somebody else, who is signed in in a window of his own. */
async function asked(): Promise<{ admin: Page; judge: Page; name: string; id: string; state: () => Promise<string> }> {
  const admin = await openAt("/health/live");
  const username = `judge${Date.now()}`;
  await engine(admin, "/api/auth/users", "POST", { username, name: `Judge ${username.slice(-5)}`, password: PASSWORD, roles: ["administrator"] });
  const judge = await openWindow();
  await judge.request.post(`${address()}/api/auth/login`, { data: { username, password: PASSWORD } });
  const me = await engine<{ id: string }>(judge, "/api/auth/me");
  const name = `A desk ${Date.now()}`;
  const { id } = await engine<{ id: string }>(admin, "/api/samples/request", "POST", { name, judge: me.id });
  const state = async () => (await engine<{ state: string }>(admin, `/api/samples/request/${id}?fields=state`)).state;
  return { admin, judge, name, id, state };
}

it("asks who must agree, tells him on his first page, and takes his word", async () => {
  const { admin, judge, name, id, state } = await asked();
  await admin.goto(`${address()}/samples/request/${id}`);
  await admin.getByRole("button", { name: "Ask → Asked" }).click();
  await admin.getByText(/0 of 1 agreed/).waitFor();
  await admin.getByText(/still asked: Judge/).waitFor();
  await judge.goto(address());
  await judge.getByRole("heading", { name: "Waiting for your word" }).waitFor();
  await picture(judge, "approval-home");
  await judge.getByRole("link", { name }).first().click();
  await judge.getByRole("button", { name: "Agree → Agreed" }).waitFor();
  await picture(judge, "approval");
  expect(await violationsOn(judge)).toEqual([]);
  await judge.getByRole("button", { name: "Agree → Agreed" }).click();
  await expect.poll(state).toBe("agreed");
  const told = judge.waitForResponse((answer) => answer.url().endsWith("/api/sys/approval/mine"));
  await judge.goto(address());
  expect(((await (await told).json()) as { data: readonly unknown[] }).data).toEqual([]);
  await judge.getByRole("heading", { level: 1 }).waitFor();
  expect(await judge.getByRole("link", { name }).filter({ hasText: "Agree" }).count()).toBe(0);
});

it("sends back what is asked, with the reason", async () => {
  const { admin, judge, id, state } = await asked();
  await engine(admin, `/api/samples/request/${id}/transitions/ask`, "POST", {});
  await judge.goto(`${address()}/samples/request/${id}`);
  await judge.getByRole("button", { name: "Otherwise…" }).click();
  await judge.getByRole("menuitem", { name: "Send back" }).click();
  await expect.poll(() => dialog(judge).getByRole("button", { name: "Send back" }).isDisabled()).toBe(true);
  await dialog(judge).getByRole("textbox").fill("Which colour?");
  await dialog(judge).getByRole("button", { name: "Send back" }).click();
  await expect.poll(state).toBe("draft");
  await judge.getByRole("tab", { name: "History" }).click();
  await judge.locator(".feed-comment", { hasText: "Which colour?" }).first().waitFor();
  // Which steps they were, and from where to where.
  await judge.locator(".feed-entry", { hasText: "took the step “Ask”" }).locator(".feed-step", { hasText: /Draft.*to.*Asked/ }).waitFor();
  await judge.locator(".feed-entry", { hasText: "sent this back · Agree" }).waitFor();
  await picture(judge, "history");
});

it("asks with a step for what it cannot do without", async () => {
  const { admin, id, state } = await asked();
  await admin.goto(`${address()}/samples/request/${id}`);
  await admin.getByRole("button", { name: "Drop → Dropped" }).click();
  await dialog(admin).getByText("Who drops a request says why").waitFor();
  await dialog(admin).getByRole("textbox", { name: "Why" }).fill("Too dear");
  await dialog(admin).getByRole("button", { name: "Drop" }).click();
  await expect.poll(state).toBe("dropped");
  expect((await engine<{ why: string }>(admin, `/api/samples/request/${id}?fields=why`)).why).toBe("Too dear");
});
