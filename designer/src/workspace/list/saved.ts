import type { SavedView, Search } from "../../contract/savedView.ts";

/** What an address shows, without which saved view it began with, and of which company: that is chosen apart. */
export function hereOf({ search }: { readonly search: string }): Search {
  const { saved: _, company: __, ...here } = Object.fromEntries(new URLSearchParams(search));
  return here;
}

/** Whether somebody looks at something else than he kept. */
export function isChanged(view: SavedView, here: Search): boolean {
  const kept = view.state.search;
  const names = new Set([...Object.keys(kept), ...Object.keys(here)]);
  return [...names].some((name) => (kept[name] ?? "") !== (here[name] ?? ""));
}
