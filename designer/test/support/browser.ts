import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";

const KNOWN = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const pictures = join(import.meta.dirname, "../../target/journeys");

function browserPath(): string {
  const found = KNOWN.find((path) => path && existsSync(path));
  if (!found) throw new Error("The journeys need Chromium: install the package `chromium`, or name one by CHROMIUM=/path/to/it.");
  return found;
}

let browser: Browser;
const opened: BrowserContext[] = [];

/** What no page may do: ask other hosts, or fail unseen. */
const strange: string[] = [];

/** Other hosts that a journey leads to. */
const allowed = new Set<string>();

/** Lets pages go to another host; returns what ends that. */
export function allow(origin: string): () => void {
  allowed.add(origin);
  return () => allowed.delete(origin);
}

export const address = () => inject("address");

/** Gives the journeys of a file a browser of their own. */
export function withBrowser(): void {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"] });
  });
  afterEach(async () => {
    for (const context of opened.splice(0)) await context.close();
    expect(strange.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());
}

/** A fresh browser window, nobody signed in. */
export async function openWindow(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB", timezoneId: "Europe/Paris", reducedMotion: "reduce", ...options });
  opened.push(context);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:"].includes(url.protocol) && url.origin !== new URL(address()).origin && !allowed.has(url.origin)) strange.push(`asked ${request.url()}`);
  });
  page.on("pageerror", (failure) => strange.push(`failed: ${failure.message}`));
  return page;
}

/** Signed in as the administrator, at an address. */
export async function openAt(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openWindow(options);
  const answer = await page.request.post(`${address()}/api/auth/login`, { data: { username: "admin", password: inject("password") } });
  if (!answer.ok()) throw new Error(`Nobody is signed in: ${answer.status()} ${await answer.text()}`);
  await page.goto(address() + path);
  return page;
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Asks the engine in the name of whoever is signed in at the page. */
export async function engine<T>(page: Page, path: string, method = "GET", data?: unknown): Promise<T> {
  const answer = await page.request.fetch(address() + path, { method, headers: { "X-Requested-With": "journeys" }, ...(data !== undefined && { data }) });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  const text = await answer.text();
  return (text === "" ? null : JSON.parse(text)) as T;
}
