import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, picture, withBrowser } from "../support/browser.ts";
import { tooWide, whole } from "../support/hands.ts";
import { costOf, isQuiet, steadily, tell } from "../support/speed.ts";

withBrowser();

const VALUES = { name: "Everywhere", notes: "**Bold** and a list\n\n- one\n- two", letter: "<p>Dear</p>", source: "select 1", article: "4006381333931", place: { lat: 48.85, lon: 2.35 }, effort: "PT1H30M", share: "40" };

async function openSample(options: BrowserContextOptions): Promise<Page> {
  const page = await openAt("/health/live", options);
  const { id } = await engine<{ id: string }>(page, "/api/samples/everything", "POST", VALUES);
  await page.goto(`${address()}/samples/everything/${id}`);
  await page.locator('[data-field="place"] svg').first().waitFor();
  await page.locator('[data-field="article"] img.bars').waitFor();
  await whole(page);
  return page;
}

it.each<[string, BrowserContextOptions]>([
  ["narrow", { viewport: { width: 360, height: 740 }, hasTouch: true }],
  ["dark", { colorScheme: "dark" }],
])("a form of all types is clean when %s", async (name, options) => {
  const page = await openSample(options);
  await picture(page, `form-${name}`);
  expect(await violationsOn(page)).toEqual([]);
  await expect.poll(() => tooWide(page)).toBeLessThanOrEqual(0);
});

it.each([
  ["French", "fr-FR"],
  ["Arabic, from right to left", "ar"],
])("a form of all types, its settings and its import speak %s", async (_, locale) => {
  const page = await openAt("/health/live");
  await engine(page, "/api/auth/me", "PATCH", { locale });
  try {
    const form = await openSample({});
    await picture(form, `form-${locale}`);
    expect(await form.evaluate(() => document.documentElement.dir)).toBe(locale === "ar" ? "rtl" : "ltr");
    expect(await violationsOn(form)).toEqual([]);
    for (const path of ["/samples/everything/import", "/account/settings"]) {
      await form.goto(address() + path);
      await form.getByRole("heading", { level: 1 }).waitFor();
      expect(await violationsOn(form)).toEqual([]);
    }
  } finally {
    await engine(page, "/api/auth/me", "PATCH", { locale: null });
  }
});

it("a form of 200 fields opens and takes keys without making one wait", async () => {
  const page = await openAt("/samples/wide/new");
  const first = page.locator('[data-field="f1"]').getByRole("textbox");
  await first.waitFor();
  await page.goto(`${address()}/samples/wide/new`);
  await first.waitFor();
  await first.click();
  const word = "typing into the first of two hundred ";
  let written = "";
  await steadily(async () => {
    const typing = await costOf(page, async () => {
      const begun = Date.now();
      await page.keyboard.type(word);
      return Date.now() - begun;
    });
    written += word;
    const each = { waited: typing.waited / word.length, computed: typing.computed / word.length };
    tell("a key in a form of 200 fields", each);
    await expect.poll(() => first.inputValue()).toBe(written);
    return () => {
      expect(each.computed).toBeLessThan(50);
      if (isQuiet()) expect(each.waited).toBeLessThan(100);
    };
  });
});
