import { type ComponentType, lazy } from "react";
import type { ViewModule, ViewProps } from "./view.ts";

/** One folder a kind of view, with a `view.tsx`; a new kind is a new folder. */
const found = import.meta.glob<ViewModule>("./*/view.tsx");

const views = new Map<string, ComponentType<ViewProps>>(
  Object.entries(found).map(([path, load]) => [path.split("/")[1] ?? "", lazy(async () => ({ default: (await load()).View }))]),
);

export const canShow = (kind: string) => views.has(kind);
export const viewOf = (kind: string) => views.get(kind);
export const preloadView = (kind: string) => found[`./${kind}/view.tsx`]?.();

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
