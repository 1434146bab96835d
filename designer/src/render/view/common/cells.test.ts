import { expect, it } from "vitest";
import type { Screen } from "../../../contract/screen.ts";
import { type Cell, cubeOf, linesOf, writeCube } from "./cells.ts";

const screen = (uses: Screen["uses"]) => ({ uses }) as Screen;
const cell = (keys: string[], value = 1): Cell => ({ keys, titles: keys.map((key) => key.toUpperCase()), value });

it("shows what the view says until somebody asks for something else", () => {
  const view = screen({ rows: ["team", "stage"], columns: ["status"], measures: ["count()", "sum(amount)"] });
  expect(cubeOf(view, undefined)).toEqual({ rows: ["team", "stage"], columns: ["status"], measure: "sum(amount)" });
  expect(cubeOf(view, writeCube({ rows: ["owner"], columns: [], measure: "count()" }))).toEqual({ rows: ["owner"], columns: [], measure: "count()" });
});

it("orders options as their field does, and everything else by its words", () => {
  const cells = [cell(["won", "b"]), cell(["open", "a"]), cell(["won", "a"])];
  const order = (index: number, key: string) => (index === 0 ? ["open", "won"].indexOf(key) : 0);
  expect(linesOf(cells, 0, 1, order).map(({ titles }) => titles[0])).toEqual(["OPEN", "WON"]);
  expect(linesOf(cells, 1, 2, order).map(({ titles }) => titles[0])).toEqual(["A", "B"]);
});
