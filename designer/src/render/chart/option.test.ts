import { expect, it } from "vitest";
import { optionOf } from "./option.ts";
import { CHARTS, plottedOf } from "./plotted.ts";

const around = { rightToLeft: false, format: (value: number) => `${value} €`, short: String, whole: true };
const data = plottedOf([
  { category: "May", series: "Won", value: 3 },
  { category: "May", series: "Lost", value: 1 },
  { category: "June", series: "Won", value: 5 },
]);

it("arranges numbers by category and series, and leaves gaps where there are none", () => {
  expect(data).toEqual({
    categories: ["May", "June"],
    series: [
      { name: "Won", values: [3, 5] },
      { name: "Lost", values: [1, null] },
    ],
  });
});

it.each(CHARTS)("draws a %s with all its numbers", (kind) => {
  const { series } = optionOf(kind, data, around) as { series: { data: readonly unknown[] }[] };
  expect(series.length).toBeGreaterThan(0);
  expect(JSON.stringify(series.map((each) => each.data))).toContain("5");
});

it("turns bars round where one reads from right to left", () => {
  const { xAxis, yAxis } = optionOf("bar", data, { ...around, rightToLeft: true }) as { xAxis: { inverse: boolean }; yAxis: { position: string } };
  expect([xAxis.inverse, yAxis.position]).toEqual([true, "right"]);
});
