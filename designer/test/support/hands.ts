import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/**
 * Chooses in a field of a few choices; afterwards the page knows of it.
 *
 * @param around what is clicked at: a box that shows nothing yet may be no larger than nothing
 */
export async function choose(page: Page, box: Locator, title: string, around = box): Promise<void> {
  await around.click();
  await page.getByRole("option", { name: title, exact: true }).click();
  // The list closes first, then it is told what was chosen.
  await expect.poll(async () => [await box.textContent(), await box.getAttribute("aria-expanded")]).toEqual([title, "false"]);
}

/** Chooses from a list that is searched by the title that is wanted. */
export async function search(box: Locator, title: string): Promise<void> {
  await box.fill(title);
  await box.press("Enter");
  await expect.poll(async () => [await box.inputValue(), await box.getAttribute("aria-expanded")]).toEqual([title, "false"]);
}

/** The record in whose row of a list the focus is. */
export const focusedRecord = (page: Page) => page.evaluate(() => document.activeElement?.closest("[data-id]")?.getAttribute("data-id") ?? null);

/** The record whose form is open, by the address. */
export const openedRecord = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";

/** Waits until every part of a form has come: from then on nothing moves. */
export async function whole(page: Page): Promise<void> {
  await page.locator(".form-field").first().waitFor();
  await expect.poll(() => page.locator(".field-waiting, .waiting").count()).toBe(0);
}

/** How much wider a page is than its window. */
export const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** An answer that is held back. */
export interface Held {
  /** Once it is asked for. */
  readonly begun: Promise<void>;
  release(): void;
}

/** Holds back what is asked for at an address until it is released, as a slow network would. */
export async function held(page: Page, place: RegExp, method = "GET"): Promise<Held> {
  let release = () => {};
  let begin = () => {};
  const free = new Promise<void>((done) => (release = done));
  const begun = new Promise<void>((done) => (begin = done));
  await page.route(place, async (route) => {
    if (route.request().method() === method) {
      begin();
      await free;
    }
    await route.continue();
  });
  return { begun, release };
}
