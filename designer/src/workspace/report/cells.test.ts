import { expect, it } from "vitest";
import type { Report } from "../../contract/report.ts";
import { conditionOfRow, firstMeasure, plottedRows } from "./cells.ts";

const report: Report = {
  name: "crm.won",
  title: "Won",
  entity: "crm.opportunity",
  chart: "bar",
  filter: "status == 'won' || amount > 5",
  dimensions: [
    { key: "closed_on", field: "closed_on", expression: "startOf(closed_on, 'month')", title: "Month", grain: "month" },
    { key: "team", field: "team", expression: "team", title: "Team", label: "team_label" },
  ],
  measures: [
    { key: "count", title: "Won", expression: "count()" },
    { key: "amount", title: "Amount", expression: "sum(amount)" },
  ],
};
const rows = [
  { closed_on: "2026-05-01", team: "7", team_label: "North", count: 2, amount: "10.50" },
  { closed_on: "2026-05-01", team: null, team_label: null, count: 1, amount: null },
];
const words = (row: Readonly<Record<string, unknown>>, { key, label }: { key: string; label?: string }) => String(row[label ?? key] ?? "");

it("draws an amount rather than a count", () => {
  expect(firstMeasure(report)?.key).toBe("amount");
});

it("draws the first dimension across, the second as series", () => {
  const measure = report.measures[0];
  expect(measure && plottedRows(rows, report, measure, words)).toEqual({
    categories: ["2026-05-01"],
    series: [
      { name: "North", values: [2] },
      { name: "", values: [1] },
    ],
  });
});

it("leads to the records that a row counts", () => {
  expect(rows.map((row) => conditionOfRow(row, report))).toEqual([
    "(status == 'won' || amount > 5) && startOf(closed_on, 'month') == '2026-05-01' && team == '7'",
    "(status == 'won' || amount > 5) && startOf(closed_on, 'month') == '2026-05-01' && team == null",
  ]);
});
