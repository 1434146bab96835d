import { type ComponentType, lazy } from "react";
import type { ViewModule, ViewProps } from "./view.ts";

/** One folder a kind of view, with a `view.tsx`; a new kind is a new folder. */
const found = import.meta.glob<ViewModule>("./*/view.tsx");

const views = new Map<string, ComponentType<ViewProps>>();

export const canShow = (kind: string) => `./${kind}/view.tsx` in found;

export function viewOf(kind: string): ComponentType<ViewProps> | undefined {
  const load = found[`./${kind}/view.tsx`];
  if (!load) return undefined;
  const known = views.get(kind) ?? lazy(async () => ({ default: (await load()).View }));
  views.set(kind, known);
  return known;
}

/** Brings a view before it is shown. What was there before it was asked for is shown at once; React waits for all that is lazy. */
export async function preloadView(kind: string): Promise<void> {
  const module = await found[`./${kind}/view.tsx`]?.();
  if (module && !views.has(kind)) views.set(kind, module.View);
}

/** The icon of each kind, for where one chooses. */
export const VIEW_ICONS: Readonly<Record<string, string>> = {
  list: "list",
  kanban: "kpi-managing-my-area",
  calendar: "calendar",
  gantt: "gantt-bars",
  tree: "org-chart",
  map: "map",
  pivot: "table-view",
  chart: "bar-chart",
  gallery: "grid",
};
