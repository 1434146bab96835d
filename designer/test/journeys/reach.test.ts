import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, openWindow, picture, withBrowser } from "../support/browser.ts";
import { tooWide, whole } from "../support/hands.ts";

withBrowser();

const rows = 'div[role="row"][data-id]';
const prefer = (page: Parameters<typeof engine>[0], changes: unknown) => engine(page, "/api/auth/me", "PATCH", changes);

/** The entries of a calendar whose first letter is outside of their box. */
const lostBeginnings = () =>
  [...document.querySelectorAll(".day-event")].flatMap((entry) => {
    const texts = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
    let last: Node | null = null;
    while (texts.nextNode()) last = texts.currentNode;
    if (!last) return [];
    const first = document.createRange();
    first.setStart(last, 0);
    first.setEnd(last, 1);
    const letter = first.getBoundingClientRect();
    const box = entry.getBoundingClientRect();
    return letter.left < box.left || letter.right > box.right ? [entry.textContent] : [];
  });

it("goes anywhere by the palette, with a mistake in the word", async () => {
  const page = await openAt("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Go to anything" }).fill("custmers");
  await page.locator('[role="option"][aria-selected="true"]', { hasText: "Customers" }).waitFor();
  await picture(page, "palette");
  await page.keyboard.press("Enter");
  await page.getByRole("grid", { name: "Customers" }).waitFor();
});

it("begins a new record by the palette, also of what a menu shows only in part", async () => {
  const page = await openAt("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  await page.locator('[role="combobox"]:focus').waitFor();
  await page.keyboard.type("new lead");
  await page.locator('[role="option"][aria-selected="true"]', { hasText: "New Lead" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/crm\/lead\/new/);
});

it("finds a record by the palette", async () => {
  const page = await openAt("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const { data } = await engine<{ data: { name: string }[] }>(page, "/api/crm/customer?fields=name&limit=1");
  const name = data[0]?.name ?? "";
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Go to anything" }).fill(name);
  await page.getByRole("option", { name }).first().click();
  await page.waitForURL(/[0-9a-f-]{36}/);
});

it("keeps favourites", async () => {
  const page = await openAt("/crm/customer");
  await page.locator(rows).first().waitFor();
  await page.getByRole("button", { name: "Add to favourites" }).click();
  await page.locator(".side-title", { hasText: "Favourites" }).waitFor();
  await page.goto(address());
  await page.getByRole("heading", { name: "Favourites", level: 2 }).last().waitFor();
});

it("works in the dark", async () => {
  const page = await openAt("/crm/opportunity?view=list", { colorScheme: "dark" });
  await page.locator(rows).first().waitFor();
  await picture(page, "list-dark");
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
  expect(await violationsOn(page)).toEqual([]);
});

it("speaks French", async () => {
  const page = await openAt("/");
  await prefer(page, { locale: "fr-FR" });
  try {
    await page.goto(`${address()}/crm/opportunity?view=list`);
    await page.getByRole("heading", { name: "Opportunités" }).waitFor();
    await page.getByRole("button", { name: "Nouveau" }).or(page.getByText("Nouveau")).first().waitFor();
    await page.locator(rows).first().waitFor();
    await picture(page, "list-french");
    expect(await page.locator('[data-field="amount"]').first().textContent()).toMatch(/,\d\d/);
  } finally {
    await prefer(page, { locale: null });
  }
});

it("reads from right to left, in words that a pack brings", async () => {
  const page = await openAt("/account/settings");
  await page.locator("#language").click();
  await page.getByRole("option", { name: "العربية" }).click();
  try {
    await page.getByRole("heading", { name: "الإعدادات" }).first().waitFor();
    // English, where nobody translated it, has its full stop at its end.
    expect(await page.getByText("For programs that act in your name.").evaluate(endsAtItsRight)).toBe(true);
    await page.goto(`${address()}/crm/opportunity?view=list`);
    await page.locator(rows).first().waitFor();
    await page.getByRole("button", { name: /جديد/ }).first().waitFor();
    await page.getByRole("button", { name: "تصفية" }).first().waitFor();
    // What nobody translated is said in English, not by its name.
    expect(await page.getByText(/\b(list|shell|action)\.[a-z]/).count()).toBe(0);
    await picture(page, "list-rtl");
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.dir)).toBe("rtl");
    const side = await page.locator(".side").boundingBox();
    expect(side?.x).toBeGreaterThan(600);
    // What has no room in a day is cut off at its end, not at its beginning.
    await page.goto(`${address()}/crm/activity?view=calendar`);
    await page.locator(".day-event").first().waitFor();
    expect(await page.evaluate(lostBeginnings)).toEqual([]);
  } finally {
    await prefer(page, { locale: null });
  }
});

/** Whether the full stop of a text is painted right of what it begins with. */
function endsAtItsRight(element: Element): boolean {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  const written = text?.textContent ?? "";
  const at = (index: number) => {
    const range = document.createRange();
    if (text) range.setStart(text, index);
    if (text) range.setEnd(text, index + 1);
    return range.getBoundingClientRect().x;
  };
  return at(written.lastIndexOf(".")) > at(written.indexOf("F"));
}

it("asks a stranger to sign in by the words that a pack brings", async () => {
  const page = await openWindow({ locale: "ar-EG" });
  await page.goto(address());
  await page.getByRole("button", { name: "تسجيل الدخول" }).waitFor();
  await picture(page, "sign-in-rtl");
  expect(await page.evaluate(() => document.dir)).toBe("rtl");
  expect(await violationsOn(page)).toEqual([]);
});

it("orders a list on a telephone with all that orders it in sight", async () => {
  const page = await openAt("/crm/opportunity?view=list&on=-&sort=-amount", { viewport: { width: 360, height: 740 }, hasTouch: true });
  await page.locator(rows).first().waitFor();
  await page.getByRole("button", { name: "Sort", exact: true }).click();
  const remove = page.locator(".panel").getByRole("button", { name: "Remove" }).first();
  await remove.waitFor();
  const { x = 0, width = 0 } = (await remove.boundingBox()) ?? {};
  expect(x + width).toBeLessThanOrEqual(360);
});

it("fits a telephone", async () => {
  const page = await openAt("/crm/customer", { viewport: { width: 360, height: 740 }, hasTouch: true });
  await page.locator(rows).first().waitFor();
  await picture(page, "list-narrow");
  await expect.poll(() => tooWide(page)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: /^(Open|Close) the menu$/ }).first().click();
  await page.getByRole("link", { name: "Leads" }).click();
  await page.getByRole("grid", { name: "Leads" }).waitFor();
  await page.locator(rows).first().click();
  await page.locator(".form-title").waitFor();
  await whole(page);
  await picture(page, "form-narrow");
  await expect.poll(() => tooWide(page)).toBeLessThanOrEqual(0);
});

it("says when the connection is gone, keeps what is typed, and goes on when it is back", async () => {
  const page = await openAt("/crm/customer");
  await page.locator(rows).first().click();
  const name = page.locator('.form-field[data-field="notes"], .form-field[data-field="name"]').first().getByRole("textbox");
  await name.waitFor();
  await whole(page);
  const before = await name.inputValue();
  await page.context().setOffline(true);
  await name.fill("Typed without a connection");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/saved as soon as the server answers/).waitFor();
  await page.locator(".connection").waitFor();
  await page.context().setOffline(false);
  await page.locator(".connection").waitFor({ state: "detached" });
  await page.getByText("Not saved").first().waitFor({ state: "detached" });
  await expect.poll(() => name.inputValue()).toBe("Typed without a connection");
  await name.fill(before);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Not saved").waitFor({ state: "detached" });
});

it("works by keyboard alone", async () => {
  const page = await openAt("/crm/lost_reason");
  await page.locator(rows).first().waitFor();
  await page.keyboard.press("Alt+n");
  await page.waitForURL(/lost_reason\/new/);
  const name = page.locator('.form-field[data-field="name"]').getByRole("textbox");
  await name.waitFor();
  await name.focus();
  await page.keyboard.type(`By keyboard ${Date.now()}`);
  await page.locator('.form-field[data-field="code"]').getByRole("textbox").fill(`kb${Date.now()}`);
  await page.keyboard.press("Control+s");
  await page.waitForURL(/lost_reason\/[0-9a-f-]{36}/);
  await page.getByText(/By keyboard/).first().waitFor();
  await page.getByRole("tab", { name: "History" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("grid").waitFor();
});

it("tells which keys there are", async () => {
  const page = await openAt("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("?");
  await page.locator("ui5-dialog[open]").getByText("Go to anything").waitFor();
});

it("changes settings, with no violation of accessibility", async () => {
  const page = await openAt("/account/settings");
  await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
  await page.getByRole("heading", { name: "Second factor" }).waitFor();
  await picture(page, "settings");
  expect(await violationsOn(page)).toEqual([]);
});

it("says so where there is nothing", async () => {
  const page = await openAt("/crm/nothing_of_the_kind");
  await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
});

it("says which page has come, and leaves the focus in it", async () => {
  const page = await openAt("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expect.poll(() => page.title()).toBe("Home · Armature");
  await page.getByRole("link", { name: "Customers" }).first().press("Enter");
  await page.getByRole("grid", { name: "Customers" }).waitFor();
  await expect.poll(() => page.locator('.shell > [role="status"]').textContent()).toBe("Customers · Armature");
  await page.locator(rows).first().getByRole("link").first().click();
  await page.locator(".form-title").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("page");
});
