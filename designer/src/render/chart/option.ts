import type { EChartsCoreOption } from "echarts/core";
import type { ChartKind, Plotted } from "./plotted.ts";

/** What a chart needs to know of the page around it. */
export interface Surroundings {
  readonly rightToLeft: boolean;
  readonly format: (value: number) => string;
  /** Numbers on an axis, where there is little room. */
  readonly short: (value: number) => string;
  /** Whether all numbers are whole: then axes have no halves. */
  readonly whole: boolean;
}

/** As tags have them, so that a state has the same colour wherever it shows. */
const COLORS = ["#0a6ed1", "#1c8a4c", "#b76e00", "#7b4fc9", "#0f8a93", "#c2347e", "#8a6d1c", "#4a6fb5", "#5b7f2b", "#6a7686"];
const TEXT = "var(--sapTextColor)";
const MUTED = "var(--sapContent_LabelColor)";
const LINE = "var(--line)";
const FONT = "Inter Variable, sans-serif";

const LONG = 18;
const shorten = (text: string) => (text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text);

/** The instructions of the charting library. */
export function optionOf(kind: ChartKind, data: Plotted, around: Surroundings): EChartsCoreOption {
  const many = data.series.length > 1;
  const base: EChartsCoreOption = {
    color: COLORS,
    animation: false,
    textStyle: { fontFamily: FONT, color: TEXT },
    tooltip: { trigger: kind === "line" || kind === "area" ? "axis" : "item", confine: true, valueFormatter: (value: unknown) => (typeof value === "number" ? around.format(value) : "–") },
    legend: { show: many, type: "scroll", bottom: 0, textStyle: { color: MUTED, fontFamily: FONT }, pageTextStyle: { color: MUTED } },
  };
  return { ...base, ...DRAWN[kind](data, around, many) };
}

type Draw = (data: Plotted, around: Surroundings, many: boolean) => EChartsCoreOption;

const value = ({ short, rightToLeft, whole }: Surroundings, across: boolean) => ({
  type: "value",
  minInterval: whole ? 1 : 0,
  inverse: across && rightToLeft,
  position: !across && rightToLeft ? "right" : undefined,
  axisLabel: { color: MUTED, fontFamily: FONT, formatter: (number: number) => short(number), hideOverlap: true },
  splitLine: { lineStyle: { color: LINE } },
});

const category = ({ categories }: Plotted, { rightToLeft }: Surroundings, down: boolean) => ({
  type: "category",
  data: categories,
  inverse: down || rightToLeft,
  position: down && rightToLeft ? "right" : undefined,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: LINE } },
  axisLabel: { color: MUTED, fontFamily: FONT, formatter: shorten, hideOverlap: true },
});

const grid = (many: boolean) => ({ left: 8, right: 16, top: 16, bottom: many ? 36 : 8, containLabel: true });

const series = (data: Plotted, more: object) => data.series.map(({ name, values }) => ({ name, data: values, ...more }));

const MOST_WIDE = 40;
const bars = (radius: readonly number[], many: boolean) => ({ type: "bar", barMaxWidth: MOST_WIDE, itemStyle: { borderRadius: many ? 0 : radius }, ...(many && { stack: "all" }) });

const slices = ({ categories, series: [first] }: Plotted) => categories.map((name, index) => ({ name, value: first?.values[index] ?? 0 }));

const pie = (radius: readonly string[]): Draw => (data, { format }) => ({
  legend: { show: false },
  series: [{ type: "pie", radius, data: slices(data), label: { color: TEXT, fontFamily: FONT, formatter: ({ name, value: number }: { name: string; value: number }) => `${shorten(name)}\n${format(number)}` }, itemStyle: { borderColor: "var(--surface)", borderWidth: 1 } }],
});

const lines = (area: boolean): Draw => (data, around, many) => ({
  grid: grid(many),
  xAxis: category(data, around, false),
  yAxis: value(around, false),
  series: series(data, { type: "line", symbolSize: 6, showSymbol: data.categories.length < 60, connectNulls: false, ...(area && { areaStyle: { opacity: 0.2 }, ...(many && { stack: "all" }) }) }),
});

const DRAWN: Readonly<Record<ChartKind, Draw>> = {
  bar: (data, around, many) => ({ grid: grid(many), xAxis: value(around, true), yAxis: category(data, around, true), series: series(data, bars(around.rightToLeft ? [3, 0, 0, 3] : [0, 3, 3, 0], many)) }),
  column: (data, around, many) => ({ grid: grid(many), xAxis: category(data, around, false), yAxis: value(around, false), series: series(data, bars([3, 3, 0, 0], many)) }),
  line: lines(false),
  area: lines(true),
  pie: pie(["0%", "68%"]),
  donut: pie(["42%", "68%"]),
  funnel: (data, { format }) => ({
    legend: { show: false },
    series: [{ type: "funnel", left: "8%", right: "8%", top: 12, bottom: 12, sort: "none", data: slices(data), label: { position: "inside", color: "#fff", fontFamily: FONT, formatter: ({ name, value: number }: { name: string; value: number }) => `${shorten(name)}: ${format(number)}` } }],
  }),
  heatmap: (data, around) => {
    const cells = data.series.flatMap(({ values }, row) => values.flatMap((number, column) => (number === null ? [] : [[column, row, number]])));
    const most = Math.max(...cells.map(([, , number]) => number ?? 0), 1);
    return {
      legend: { show: false },
      grid: { ...grid(false), bottom: 44 },
      xAxis: category(data, around, false),
      yAxis: { ...category({ categories: data.series.map(({ name }) => name), series: [] }, around, true) },
      visualMap: { min: 0, max: most, calculable: false, orient: "horizontal", left: "center", bottom: 0, textStyle: { color: MUTED, fontFamily: FONT }, formatter: (number: number) => around.short(number), inRange: { color: ["#e8f1fb", "#0a6ed1"] } },
      series: [{ type: "heatmap", data: cells, label: { show: cells.length <= 150, formatter: ({ data: cell }: { data: readonly number[] }) => around.short(cell[2] ?? 0) } }],
    };
  },
  scatter: (data, around, many) => ({ grid: grid(many), xAxis: category(data, around, false), yAxis: value(around, false), series: series(data, { type: "scatter", symbolSize: 9 }) }),
};
