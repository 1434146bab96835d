import { expect, it } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { engine, openAt, picture, withBrowser } from "../support/browser.ts";
import { tooWide } from "../support/hands.ts";

withBrowser();

interface Listing {
  readonly data: readonly { readonly id: string; readonly [field: string]: unknown }[];
}

it("shows a board, on which a card goes on by its workflow", async () => {
  const page = await openAt("/crm/lead?view=lead_kanban");
  const { data } = await engine<Listing>(page, "/api/crm/lead?filter=status%20%3D%3D%20'new'&sort=-rating,created_at&fields=id,name&limit=1");
  const id = data[0]?.id ?? "";
  const card = page.locator(`.card[data-id="${id}"]`);
  await card.waitFor();
  await picture(page, "kanban");
  expect(await violationsOn(page)).toEqual([]);
  const to = (await engine<{ data: readonly { to: string; field: string; allowed: boolean; comment: string }[] }>(page, `/api/crm/lead/${id}/transitions`)).data.find(
    (step) => step.field === "status" && step.allowed && step.comment !== "required",
  )?.to;
  await card.dragTo(page.locator(`.lane[data-lane="${to}"]`));
  await page.locator(`.lane[data-lane="${to}"] .card[data-id="${id}"]`).waitFor();
  await expect.poll(async () => (await engine<{ status: string }>(page, `/api/crm/lead/${id}?fields=status`)).status).toBe(to);
});

it("says why a card cannot go where it was put", async () => {
  const page = await openAt("/crm/lead?view=lead_kanban");
  const { data } = await engine<Listing>(page, "/api/crm/lead?filter=status%20%3D%3D%20'new'&sort=-rating,created_at&fields=id&limit=1");
  const id = data[0]?.id ?? "";
  const steps = (await engine<{ data: readonly { to: string; field: string }[] }>(page, `/api/crm/lead/${id}/transitions`)).data.filter(({ field }) => field === "status").map(({ to }) => to);
  const lanes = page.locator(".lane");
  await page.locator(`.card[data-id="${id}"]`).waitFor();
  const keys = await lanes.evaluateAll((all) => all.map((lane) => lane.getAttribute("data-lane") ?? ""));
  const unreachable = keys.find((key) => key !== "new" && !steps.includes(key));
  expect(unreachable).toBeDefined();
  await page.locator(`.card[data-id="${id}"]`).dragTo(page.locator(`.lane[data-lane="${unreachable}"]`));
  await page.getByText(/No step leads to/).first().waitFor();
  expect((await engine<{ status: string }>(page, `/api/crm/lead/${id}?fields=status`)).status).toBe("new");
});

it.each([
  ["calendar", "/crm/opportunity?view=opportunity_calendar", ".day"],
  ["gantt", "/crm/mandate?view=mandate_gantt", ".gantt-bar"],
  ["pivot", "/crm/opportunity?view=opportunity_pivot", ".pivot tbody tr"],
  ["chart", "/crm/opportunity?view=chart&on=-&at=closed_on:month,status||count()", ".chart-drawing svg"],
  ["gallery", "/core/person?view=gallery", ".gallery-card"],
  ["map", "/samples/everything?view=map", ".points circle"],
  ["dashboard", "/dashboards/crm/sales", ".dashboard .chart-drawing svg"],
  ["report", "/reports/crm/won_by_month?kind=table", ".chart-table td"],
  ["tree", "/core/company?view=tree", ".tree-line"],
])("shows a %s, wide and narrow, and no violation of accessibility", async (name, path, part) => {
  const page = await openAt("/health/live");
  if (name === "map") for (const place of [{ lat: 48.85, lon: 2.35 }, { lat: 51.5, lon: -0.12 }]) await engine(page, "/api/samples/everything", "POST", { name: "A place", place });
  await page.goto(new URL(path, page.url()).href);
  await page.locator(part).first().waitFor();
  await picture(page, name);
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => tooWide(page)).toBeLessThanOrEqual(0);
  await picture(page, `${name}-narrow`);
  expect(await page.locator("main").textContent()).not.toMatch(/NaN|undefined/);
});

it("shows as many records as a view says before one asks for more", async () => {
  const page = await openAt("/health/live");
  for (const number of [1, 2, 3]) await engine(page, "/api/samples/everything", "POST", { name: "One of few", code: `few-${Date.now()}-${number}` });
  await page.goto(new URL("/samples/everything?view=everything_gallery", page.url()).href);
  const cards = page.locator(".gallery-card");
  await cards.nth(1).waitFor();
  expect(await cards.count()).toBe(2);
  await page.getByRole("button", { name: "Show more" }).click();
  await cards.nth(2).waitFor();
  expect(await page.getByRole("tab", { name: "Pictures" }).getAttribute("aria-selected")).toBe("true");
});

it("prints a record as a PDF", async () => {
  const page = await openAt("/crm/customer");
  const { data } = await engine<Listing>(page, "/api/crm/customer?fields=id&limit=1");
  await page.goto(`${page.url()}/${data[0]?.id}`);
  await page.getByRole("button", { name: "More actions" }).first().click();
  const entry = page.getByRole("menuitem", { name: "Print: Letter" });
  const answer = await page.request.get(new URL((await entry.getAttribute("href")) ?? "", page.url()).href);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

it("leads from a part of a chart to its records", async () => {
  const page = await openAt("/crm/opportunity?view=chart&on=-&at=status||count()|column");
  const bars = page.locator('.chart-drawing path[fill="#0a6ed1"]');
  // Where what it shows is still being read, it may be drawn anew under the hand.
  await page.locator('.chart-view[aria-busy="false"]').waitFor();
  await bars.first().waitFor();
  await bars.first().click();
  await page.waitForURL(/filter=status/);
  await page.locator('div[role="row"][data-id]').first().waitFor();
  const statuses = await page.locator('[data-field="status"]').allTextContents();
  expect(new Set(statuses).size).toBe(1);
  await expect.poll(() => page.locator(".chip").first().textContent()).toContain(statuses[0]);
});

it("finds dashboards and reports in the menu, narrows a report, and takes it along as a file", async () => {
  const page = await openAt("/dashboards/crm/sales");
  await page.locator(".dashboard .chart-drawing svg").first().waitFor();
  await page.getByRole("link", { name: "Won by month" }).first().click();
  await page.getByRole("heading", { name: "Won by month", level: 1 }).waitFor();
  await page.goto(`${page.url()}?kind=table`);
  await page.locator(".chart-table td").first().waitFor();
  const before = await page.locator(".chart-table tfoot td").first().textContent();
  await page.goto(`${page.url()}&filter=${encodeURIComponent("amount > 100000")}`);
  await expect.poll(async () => page.locator(".chart-table tfoot td").first().textContent()).not.toBe(before);
  for (const format of ["XLSX", "CSV", "PDF"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: format }).click();
    expect((await download).suggestedFilename()).toBe(`won_by_month.${format.toLowerCase()}`);
  }
});
