import type { EChartsType } from "echarts/core";
import { useEffect, useRef } from "react";
import { begin } from "./library.ts";
import { optionOf, type Surroundings } from "./option.ts";
import type { ChartKind, Plotted } from "./plotted.ts";

interface Props {
  readonly kind: ChartKind;
  readonly data: Plotted;
  readonly around: Surroundings;
  readonly onPick?: ((category: number, series: number) => void) | undefined;
}

/** The chart itself: fetched when the first one is shown. */
export default function Drawing({ kind, data, around, onPick }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const made = begin(element, null, { renderer: "svg" });
    chart.current = made;
    made.on("click", ({ dataIndex, seriesIndex }) => pick.current?.(dataIndex, seriesIndex ?? 0));
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => chart.current?.setOption(optionOf(kind, data, around), { notMerge: true }), [kind, data, around]);
  return <div ref={frame} className="chart-drawing" dir="ltr" aria-hidden="true" />;
}
