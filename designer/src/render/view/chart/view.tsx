import "../common/common.css";
import "./chart.css";
import { useMemo } from "react";
import { Chart } from "../../chart/Chart.tsx";
import { type ChartKind, CHARTS, isChart, type Plotted, plottedOf } from "../../chart/plotted.ts";
import { useFormats } from "../../format/formats.ts";
import { useWords } from "../../text/text.ts";
import { type Cell, type Cube, cubeOf, writeCube } from "../common/cells.ts";
import { measureTitle, orderIn, useCube } from "../common/cube.ts";
import { CubeBar } from "../common/CubeBar.tsx";
import { Empty } from "../list/Empty.tsx";
import { Problem } from "../Problem.tsx";
import type { ViewProps } from "../view.ts";

const MOST = 60;
/** Kinds that show a whole and its parts, or many of them, the largest first. */
const BY_SIZE: readonly ChartKind[] = ["bar", "pie", "donut", "funnel"];

/** Groups of records as a chart; a click leads to the records of a part. */
export function View(props: ViewProps) {
  const { entity, screen, asked, onAsk, onList } = props;
  const t = useWords();
  const formats = useFormats();
  const cube = { ...cubeOf(screen, asked.at), columns: [] };
  const kind = kindOf(cube, screen.uses?.["chart"]?.[0]);
  const { query, cells } = useCube(entity, asked, cube, formats, t);
  const empty = t("list.emptyGroup");
  const measure = measureTitle(cube.measure, screen, entity, t);
  const sorted = useMemo(() => inOrder(cells, kind, orderIn(entity, cube.rows)), [cells, kind, entity, cube.rows.join()]);
  const { plotted, kept } = useMemo(() => plot(sorted, measure, empty), [sorted, measure, empty]);
  if (query.error) return <Problem failure={query.error} onRetry={() => void query.refetch()} />;
  if (query.data && cells.length === 0) return <Empty {...props} />;
  const by = entity.fields[(cube.rows[0] ?? "").split(":")[0] ?? ""]?.title ?? "";
  const pick = (category: number, series: number) => {
    const cell = kept.find(({ titles }) => (titles[0] || empty) === plotted.categories[category] && (titles.length < 2 || (titles[1] || empty) === plotted.series[series]?.name));
    if (cell?.filter) onList(cell.filter);
  };
  return (
    <div className="view-scroll chart-view" aria-busy={query.isFetching}>
      <CubeBar entity={entity} screen={screen} cube={cube} kinds={CHARTS} kind={kind} onChange={(next) => onAsk({ at: writeCube({ kind, ...next }) })} />
      <div className="chart-frame">
        <Chart kind={kind} data={plotted} label={`${measure} · ${by}`} by={by} digits={cells.some(({ value }) => !Number.isInteger(value)) ? 2 : 0} onPick={pick} />
      </div>
      {sorted.length > kept.length && <p className="muted">{t("cube.first", { shown: MOST, count: new Set(sorted.map(({ keys }) => keys[0])).size })}</p>}
    </div>
  );
}

function kindOf(cube: Cube, given: string | undefined): ChartKind {
  if (isChart(cube.kind)) return cube.kind;
  if (isChart(given)) return given;
  return cube.rows[0]?.includes(":") ? "column" : "bar";
}

/** The largest first where sizes are compared; else options and days in their own order. */
function inOrder(cells: readonly Cell[], kind: ChartKind, order: (index: number, key: string) => number): readonly Cell[] {
  const total = new Map<string, number>();
  for (const { keys, value } of cells) total.set(keys[0] ?? "", (total.get(keys[0] ?? "") ?? 0) + value);
  const isDay = cells.some(({ keys }) => /^\d{4}-\d\d-\d\d$/.test(keys[0] ?? ""));
  const bySize = (one: Cell, other: Cell) => (total.get(other.keys[0] ?? "") ?? 0) - (total.get(one.keys[0] ?? "") ?? 0);
  const byOrder = (one: Cell, other: Cell) => order(0, one.keys[0] ?? "") - order(0, other.keys[0] ?? "");
  const second = (one: Cell, other: Cell) => order(1, one.keys[1] ?? "") - order(1, other.keys[1] ?? "");
  const first = BY_SIZE.includes(kind) && !isDay ? bySize : byOrder;
  return [...cells].sort((one, other) => first(one, other) || second(one, other));
}

function plot(cells: readonly Cell[], measure: string, empty: string): { readonly plotted: Plotted; readonly kept: readonly Cell[] } {
  const shown = new Set([...new Set(cells.map(({ keys }) => keys[0]))].slice(0, MOST));
  const kept = cells.filter(({ keys }) => shown.has(keys[0]));
  return { kept, plotted: plottedOf(kept.map(({ titles, value }) => ({ category: titles[0] || empty, series: titles.length > 1 ? titles[1] || empty : measure, value }))) };
}
