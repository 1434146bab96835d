import "./chart.css";
import { lazy, Suspense, useMemo } from "react";
import { useFormats } from "../format/formats.ts";
import type { Surroundings } from "./option.ts";
import type { ChartKind, Plotted } from "./plotted.ts";

const Drawing = lazy(() => import("./Drawing.tsx"));

interface Props {
  readonly kind: ChartKind;
  readonly data: Plotted;
  /** What is drawn, for those who do not see it. */
  readonly label: string;
  /** What the categories are. */
  readonly by: string;
  readonly digits: number;
  readonly onPick?: (category: number, series: number) => void;
}

/** Numbers drawn; the same numbers stand beside them as a table for those who do not see. */
export function Chart({ kind, data, label, by, digits, onPick }: Props) {
  const formats = useFormats();
  const rightToLeft = document.documentElement.dir === "rtl";
  const around = useMemo<Surroundings>(() => {
    const compact = new Intl.NumberFormat(formats.preferred.locale, { notation: "compact", maximumFractionDigits: 1 });
    return { rightToLeft, format: (value) => formats.number(value.toFixed(digits), digits), short: (value) => compact.format(value), whole: digits === 0 };
  }, [formats, digits, rightToLeft]);
  return (
    <figure className="chart" aria-label={label}>
      <Suspense fallback={<div className="chart-drawing" aria-busy="true" />}>
        <Drawing kind={kind} data={data} around={around} onPick={onPick} />
      </Suspense>
      <table className="unseen">
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{by}</th>
            {data.series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.categories.map((category, index) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {data.series.map(({ name, values }) => (
                <td key={name}>{values[index] === null || values[index] === undefined ? "" : around.format(values[index])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
