import type { Entry, Json } from "../../contract/record.ts";
import { idOf } from "../../contract/record.ts";
import type { Report, ReportDimension, ReportMeasure } from "../../contract/report.ts";
import type { Entity } from "../../contract/screen.ts";
import { type Plotted, plottedOf } from "../../render/chart/plotted.ts";
import { quote } from "../../render/condition/condition.ts";
import type { Formats } from "../../render/format/formats.ts";
import { grainWords } from "../../render/view/common/dimension.ts";
import { titleWith } from "../../render/view/common/titles.ts";
import type { Words } from "../../render/text/text.ts";

const COUNTS = /^count\(/;
export const ADDS = /^(sum|count)\(/;

/** The measure that a chart begins with: an amount says more than a count. */
export const firstMeasure = (report: Report) => report.measures.find(({ expression }) => !COUNTS.test(expression)) ?? report.measures[0];

/** The value of a dimension in words. */
export function wordsOf(row: Entry, dimension: ReportDimension, entity: Entity | undefined, formats: Formats, t: Words): string {
  const value = row[dimension.key] ?? null;
  if (dimension.label) return String(row[dimension.label] ?? "");
  if (value === null) return "";
  if (dimension.grain && typeof value === "string") return grainWords(value, dimension.grain, formats.preferred.locale);
  const field = entity?.fields[dimension.field];
  if (field) return titleWith(formats, t)(field, value);
  return typeof value === "boolean" ? t(value ? "value.true" : "value.false") : String(value);
}

const numberOf = (value: Json | undefined) => Number(value ?? 0);

/** A number as people write it: whole ones without decimals. */
export function numberWords(value: Json | undefined, measure: ReportMeasure, formats: Formats): string {
  if (value === null || value === undefined) return "";
  if (COUNTS.test(measure.expression)) return formats.number(String(value), 0);
  return formats.number(Number.isInteger(Number(value)) ? String(Number(value)) : numberOf(value).toFixed(2));
}

/** What a chart draws of the rows: the first dimension across, the second as series. */
export function plottedRows(rows: readonly Entry[], report: Report, measure: ReportMeasure, words: (row: Entry, dimension: ReportDimension) => string): Plotted {
  const [first, second] = report.dimensions;
  return plottedOf(
    rows.map((row) => ({
      category: first ? words(row, first) : measure.title,
      series: second ? words(row, second) : measure.title,
      value: numberOf(row[measure.key]),
    })),
  );
}

/** The condition that holds for the records that a row counts. */
export function conditionOfRow(row: Entry, report: Report): string {
  const parts = report.dimensions.map(({ key, field, expression }) => {
    const value = idOf(row[key]) ?? row[key] ?? null;
    if (value === null) return `${field} == null`;
    return `${expression} == ${typeof value === "boolean" || typeof value === "number" ? value : quote(String(value))}`;
  });
  return [...(report.filter ? [`(${report.filter})`] : []), ...parts].join(" && ");
}
