import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { address, engine, openAt, picture, withBrowser } from "../support/browser.ts";
import { choose, whole } from "../support/hands.ts";

withBrowser();

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`).first();

async function record(page: Page, values: object = {}): Promise<string> {
  const { id } = await engine<{ id: string }>(page, "/api/samples/everything", "POST", { name: `Sample ${Date.now()}`, ...values });
  return id;
}

/** Opens a record of every type of field. */
async function open(values: object = {}): Promise<{ page: Page; id: string; read: <T>(fields: string) => Promise<T> }> {
  const page = await openAt("/health/live");
  const id = await record(page, values);
  await page.goto(`${address()}/samples/everything/${id}`);
  // Before all is there, what is pointed at may still move.
  await whole(page);
  await field(page, "name").getByRole("textbox").waitFor();
  return { page, id, read: (fields) => engine(page, `/api/samples/everything/${id}?fields=${fields}`) };
}

const save = async (page: Page) => {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Not saved").waitFor({ state: "detached" });
};

const file = (name: string, mimeType: string, text: string) => ({ name, mimeType, buffer: Buffer.from(text) });
const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGNQSDiAFTEMLQkAGplQAT43V5gAAAAASUVORK5CYII=", "base64");

it("shows every type of field in a form without faults", async () => {
  const { page } = await open({ place: { lat: 48.85, lon: 2.35 }, article: "4006381333931", notes: "**Bold**", letter: "<p>Dear</p>", source: "select 1", data: { a: 1 } });
  await field(page, "place").getByRole("application").waitFor();
  await field(page, "article").locator("img.bars").waitFor();
  await field(page, "source").locator(".cm-content").waitFor();
  await picture(page, "every-type");
  // However long a word, nothing reaches out of its section.
  expect(await page.locator(".form-section").evaluateAll((sections) => sections.flatMap((section) => [...section.querySelectorAll(".form-field")].filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.getAttribute("data-field"))))).toEqual([]);
  expect(await violationsOn(page)).toEqual([]);
});

it("takes files, looks at them, gives them another content, and lets them go", async () => {
  const { page, read } = await open();
  const paper = field(page, "paper");
  await paper.locator("input[type=file]").setInputFiles(file("plan.txt", "text/plain", "The plan"));
  await paper.getByRole("link", { name: "plan.txt" }).waitFor();
  await save(page);
  const { paper: kept } = await read<{ paper: { name: string } }>("paper(name)");
  expect(kept.name).toBe("plan.txt");
  await paper.getByRole("button", { name: "Look at plan.txt" }).click();
  await page.locator("ui5-dialog[open]").getByText("The plan").waitFor();
  await page.locator("ui5-dialog[open]").getByRole("button", { name: "Close" }).click();
  await paper.locator("input[type=file]").setInputFiles(file("plan2.txt", "text/plain", "A better plan"));
  await paper.getByRole("button", { name: "Versions of plan2.txt" }).click();
  await page.locator("ui5-dialog[open]").getByText("Version 1: plan.txt").waitFor();
  await page.locator("ui5-dialog[open]").getByRole("button", { name: "Close" }).click();
  await paper.getByRole("button", { name: "Remove plan2.txt" }).click();
  await save(page);
  expect((await read<{ paper: null }>("paper")).paper).toBeNull();
});

it("takes dropped files, several at once, and says why one is not taken", async () => {
  const { page, read } = await open();
  const drop = (name: string, files: readonly (readonly [string, string])[]) =>
    field(page, name).locator(".drop").evaluate((zone, given) => {
      const carried = new DataTransfer();
      for (const [each, type] of given) carried.items.add(new File(["Content of it"], each, { type }));
      zone.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    }, files);
  await drop("papers", [["one.txt", "text/plain"], ["two.txt", "text/plain"]]);
  await field(page, "papers").getByRole("link", { name: "one.txt" }).waitFor();
  await field(page, "papers").getByRole("link", { name: "two.txt" }).waitFor();
  await drop("paper", [["film.mov", "video/quicktime"]]);
  await page.getByText("film.mov is not of a kind that is taken here").waitFor();
  await save(page);
  expect((await read<{ papers: unknown[] }>("papers")).papers).toHaveLength(2);
});

it("finds one of many options by words, with the keys and with the mouse", async () => {
  const { page, read } = await open();
  const shelf = field(page, "shelf").getByRole("combobox");
  await shelf.click();
  await shelf.fill("Shelf_33");
  await page.getByRole("option").nth(1).waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await expect.poll(() => shelf.inputValue()).toBe("shelf_33");
  await save(page);
  expect((await read<{ shelf: string }>("shelf")).shelf).toBe("shelf_33");
  await shelf.click();
  await page.getByRole("option", { name: "shelf_7", exact: true }).click();
  await expect.poll(() => shelf.inputValue()).toBe("shelf_7");
  await shelf.fill("nothing like it");
  await page.getByText("Nothing found").first().waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => shelf.inputValue()).toBe("shelf_7");
  await save(page);
  expect((await read<{ shelf: string }>("shelf")).shelf).toBe("shelf_7");
});

it("shows pictures", async () => {
  const { page } = await open();
  const photo = field(page, "photo");
  await photo.locator("input[type=file]").setInputFiles({ name: "face.png", mimeType: "image/png", buffer: PICTURE });
  await expect.poll(() => photo.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

it("links to a record of any entity", async () => {
  const { page, read } = await open();
  const { data } = await engine<{ data: { id: string; name: string }[] }>(page, "/api/crm/customer?fields=id,name&limit=1");
  const about = field(page, "about");
  await choose(page, about.locator("ui5-select").getByRole("combobox"), "Customer", about.locator("ui5-select"));
  const link = about.locator(".field input");
  await link.click();
  await link.fill(data[0]?.name ?? "");
  await page.getByRole("option", { name: data[0]?.name ?? "" }).first().click();
  await save(page);
  expect((await read<{ about: unknown }>("about")).about).toEqual({ entity: "crm.customer", id: data[0]?.id });
});

it("writes a text with marks, and lets nothing act that stands in one", async () => {
  const { page, read } = await open({ letter: '<p>Old <img src="x" onerror="document.title=\'acted\'"><a href="javascript:document.title=\'acted\'">words</a></p>' });
  const letter = field(page, "letter").getByRole("textbox");
  await letter.getByText("words").waitFor();
  await letter.click();
  await page.keyboard.press("Control+End");
  await field(page, "letter").getByRole("button", { name: "Bold" }).click();
  await expect.poll(() => letter.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type(" loud");
  await save(page);
  expect((await read<{ letter: string }>("letter")).letter).toMatch(/<strong> ?loud<\/strong>/);
  expect(await page.title()).not.toBe("acted");
});

it("writes Markdown with a preview", async () => {
  const { page } = await open();
  const notes = field(page, "notes");
  await notes.getByRole("textbox").fill("one\ntwo <script>document.title='acted'</script><img src=x onerror=\"document.title='acted'\">");
  await notes.getByRole("textbox").evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 3));
  await notes.getByRole("button", { name: "List", exact: true }).click();
  await notes.getByRole("button", { name: "Preview" }).click();
  await notes.locator("li", { hasText: "one" }).waitFor();
  expect(await page.title()).not.toBe("acted");
});

it("writes source texts and JSON with colours", async () => {
  const { page, read } = await open();
  await field(page, "source").locator(".cm-content").click();
  await page.keyboard.type("select name from customer");
  await field(page, "source").locator(".cm-line span", { hasText: "select" }).waitFor();
  await page.getByRole("tab", { name: "More" }).or(field(page, "data")).first().waitFor();
  await save(page);
  expect((await read<{ source: string }>("source")).source).toBe("select name from customer");
});

it("keeps a signature that was drawn, and one that was typed", async () => {
  const { page, read } = await open();
  const canvas = field(page, "signed").locator("canvas");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("No surface");
  await page.mouse.move(box.x + 20, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 90, { steps: 5 });
  await page.mouse.up();
  await page.getByText("Not saved").waitFor();
  await save(page);
  const drawn = await read<{ signed: { id: string; media_type: string } }>("signed(id,media_type)");
  expect(drawn.signed.media_type).toBe("image/png");
  await field(page, "signed").getByRole("textbox").fill("Zoë Martin");
  await page.keyboard.press("Tab");
  await page.getByText("Not saved").waitFor();
  await save(page);
  expect((await read<{ signed: { id: string } }>("signed(id)")).signed.id).not.toBe(drawn.signed.id);
});

it("takes what a scanner reads wherever the focus is", async () => {
  const { page } = await open();
  await field(page, "article").getByRole("textbox").waitFor();
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    for (const key of [..."4006381333931", "Enter"]) window.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  await expect.poll(() => field(page, "article").getByRole("textbox").inputValue()).toBe("4006381333931");
  await field(page, "article").locator("img.bars").waitFor();
});

it("chooses a place on a map, by the mouse and by the keyboard", async () => {
  const { page, read } = await open();
  const map = field(page, "place").getByRole("application");
  await map.scrollIntoViewIfNeeded();
  await map.click({ position: { x: 300, y: 100 } });
  await map.press("ArrowUp");
  await save(page);
  const { place } = await read<{ place: { lat: number; lon: number } }>("place");
  expect(place.lat).toBeGreaterThan(0);
  await field(page, "place").getByRole("textbox").first().fill("-33.9");
  await save(page);
  expect((await read<{ place: { lat: number; lon: number } }>("place")).place).toEqual({ lat: -33.9, lon: place.lon });
});
