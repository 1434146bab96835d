import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Entry } from "../../contract/record.ts";
import type { Report, ReportDimension, ReportMeasure } from "../../contract/report.ts";
import { entityQuery } from "../../data/screens.ts";
import { Chart } from "../../render/chart/Chart.tsx";
import { isChart } from "../../render/chart/plotted.ts";
import { useFormats } from "../../render/format/formats.ts";
import { useWords } from "../../render/text/text.ts";
import { ADDS, conditionOfRow, numberWords, plottedRows, wordsOf } from "./cells.ts";

interface Props {
  readonly report: Report;
  readonly rows: readonly Entry[];
  readonly kind: string;
  readonly measure: ReportMeasure;
}

/** How the dimensions of a report read, in words. */
export function useReportWords(report: Report | undefined): (row: Entry, dimension: ReportDimension) => string {
  const t = useWords();
  const formats = useFormats();
  const entity = useQuery({ ...entityQuery(report?.entity ?? ""), enabled: report !== undefined }).data;
  return useCallback((row, dimension) => wordsOf(row, dimension, entity, formats, t) || t("list.emptyGroup"), [entity, formats, t]);
}

/** The numbers of a report: drawn, as a table, or by themselves. What one clicks leads to its records. */
export function Numbers({ report, rows, kind, measure }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const words = useReportWords(report);
  const plotted = useMemo(() => plottedRows(rows, report, measure, words), [rows, report, measure, words]);
  const [pack = "", entity = ""] = report.entity.split(".");
  const open = (row: Entry) => void navigate({ to: "/$pack/$entity", params: { pack, entity }, search: { filter: conditionOfRow(row, report), on: "-", view: "list" } });
  if (rows.length === 0) return <p className="muted report-none">{t("report.none")}</p>;
  if (kind === "number" || report.dimensions.length === 0) return <Plain report={report} row={rows[0] ?? {}} />;
  if (!isChart(kind)) return <Table report={report} rows={rows} onOpen={open} />;
  const [first, second] = report.dimensions;
  const pick = (category: number, series: number) => {
    const row = rows.find((each) => first && words(each, first) === plotted.categories[category] && (!second || words(each, second) === plotted.series[series]?.name));
    if (row) open(row);
  };
  const digits = rows.some((row) => !Number.isInteger(Number(row[measure.key] ?? 0))) ? 2 : 0;
  return <Chart kind={kind} data={plotted} label={`${report.title} · ${measure.title}`} by={first?.title ?? ""} digits={digits} onPick={pick} />;
}

function Plain({ report, row }: { readonly report: Report; readonly row: Entry }) {
  const formats = useFormats();
  return (
    <div className="report-numbers">
      {report.measures.map((measure) => (
        <div key={measure.key} className="chart-number">
          <bdi>{numberWords(row[measure.key], measure, formats) || "–"}</bdi>
          <small>{measure.title}</small>
        </div>
      ))}
    </div>
  );
}

function Table({ report, rows, onOpen }: { readonly report: Report; readonly rows: readonly Entry[]; readonly onOpen: (row: Entry) => void }) {
  const t = useWords();
  const formats = useFormats();
  const words = useReportWords(report);
  const total = (measure: ReportMeasure) => (ADDS.test(measure.expression) ? numberWords(rows.reduce((sum, row) => sum + Number(row[measure.key] ?? 0), 0), measure, formats) : "");
  return (
    <div className="chart-table" role="region" aria-label={report.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {report.dimensions.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
            {report.measures.map(({ key, title }) => (
              <th key={key} scope="col" className="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {report.dimensions.map((dimension, at) =>
                at === 0 ? (
                  <th key={dimension.key} scope="row">
                    <button type="button" className="plain report-open" onClick={() => onOpen(row)}>
                      {words(row, dimension)}
                    </button>
                  </th>
                ) : (
                  <td key={dimension.key}>{words(row, dimension)}</td>
                ),
              )}
              {report.measures.map((measure) => (
                <td key={measure.key} className="number">
                  {numberWords(row[measure.key], measure, formats)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={report.dimensions.length}>
              {t("cube.total")}
            </th>
            {report.measures.map((measure) => (
              <td key={measure.key} className="number">
                {total(measure)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
