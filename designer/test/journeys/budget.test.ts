import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { engine, openAt, withBrowser } from "../support/browser.ts";

withBrowser();

const KILOBYTE = 1000;

/** The script that a page fetches, packed as it is sent. */
async function scriptOf(path: string, ready: (page: Page) => Promise<void>): Promise<number> {
  const page = await openAt("/health/live");
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).pathname.endsWith(".js")) sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(new URL(path, page.url()).href);
  await ready(page);
  await page.locator(".field-waiting, .waiting").first().waitFor({ state: "detached" });
  return (await Promise.all(sizes)).reduce((total, size) => total + size, 0) / KILOBYTE;
}

it("the first page has at most 340 kB of script", async () => {
  const size = await scriptOf("/crm/customer", (page) => page.locator('div[role="row"][data-id]').first().waitFor());
  console.info(`first page: ${size.toFixed(0)} kB of script`);
  expect(size).toBeLessThanOrEqual(340);
});

it("a form has at most 480 kB of script", async () => {
  const page = await openAt("/health/live");
  const { data } = await engine<{ data: { id: string }[] }>(page, `/api/crm/opportunity?fields=id&limit=1&filter=${encodeURIComponent("status == 'open'")}`);
  const size = await scriptOf(`/crm/opportunity/${data[0]?.id}`, (form) => form.locator("ui5-date-picker").first().waitFor());
  console.info(`form: ${size.toFixed(0)} kB of script`);
  expect(size).toBeLessThanOrEqual(480);
});

it("scripts come packed", async () => {
  const page = await openAt("/");
  const entry = await page.locator('script[type="module"]').last().getAttribute("src");
  const answer = await page.request.get(new URL(entry ?? "", page.url()).href, { headers: { "Accept-Encoding": "gzip" } });
  expect(answer.headers()["content-encoding"]).toBe("gzip");
  expect(answer.headers()["cache-control"]).toContain("immutable");
});
