import { expect, it } from "vitest";
import type { SavedView } from "../../contract/savedView.ts";
import { hereOf, isChanged } from "./saved.ts";

const view: SavedView = { id: "1", name: "Mine", state: { search: { sort: "-name", q: "ann" } }, everybody: false, readers: [], owner: null };

it.each([
  ["?saved=1&q=ann&sort=-name", false],
  ["?q=ann&sort=-name", false],
  ["?saved=1&q=ann", true],
  ["?saved=1&q=ann&sort=-name&look=2", true],
])("compares %s with what was kept", (search, changed) => {
  expect(isChanged(view, hereOf({ search }))).toBe(changed);
});
