/** How numbers can be drawn. */
export const CHARTS = ["bar", "column", "line", "area", "pie", "donut", "funnel", "heatmap", "scatter"] as const;
export type ChartKind = (typeof CHARTS)[number];

export const isChart = (kind: string | undefined): kind is ChartKind => (CHARTS as readonly (string | undefined)[]).includes(kind);

/** Numbers to draw: for each series one for each category. */
export interface Plotted {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

export interface Point {
  readonly category: string;
  readonly series: string;
  readonly value: number;
}

/** Arranges points by category and series, both in the order in which they first come. */
export function plottedOf(points: readonly Point[]): Plotted {
  const categories = [...new Set(points.map(({ category }) => category))];
  const names = [...new Set(points.map(({ series }) => series))];
  const values = new Map(points.map(({ category, series, value }) => [`${category}\u0000${series}`, value]));
  return { categories, series: names.map((name) => ({ name, values: categories.map((category) => values.get(`${category}\u0000${name}`) ?? null) })) };
}
