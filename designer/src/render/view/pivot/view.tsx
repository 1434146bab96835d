import "../common/common.css";
import "./pivot.css";
import { useFormats } from "../../format/formats.ts";
import { useWords } from "../../text/text.ts";
import { type Cell, cubeOf, linesOf, writeCube } from "../common/cells.ts";
import { measureTitle, orderIn, useCube } from "../common/cube.ts";
import { CubeBar } from "../common/CubeBar.tsx";
import { Empty } from "../list/Empty.tsx";
import { Problem } from "../Problem.tsx";
import type { ViewProps } from "../view.ts";

/** Sums and counts add up; averages and extremes have no total. */
const ADDS = /^(sum|count)\(/;

/** Records counted or summed by the values of fields, down and across. */
export function View(props: ViewProps) {
  const { entity, screen, asked, onAsk } = props;
  const t = useWords();
  const formats = useFormats();
  const cube = cubeOf(screen, asked.at);
  const { query, cells, isFull } = useCube(entity, asked, cube, formats, t);
  if (query.error) return <Problem failure={query.error} onRetry={() => void query.refetch()} />;
  if (query.data && cells.length === 0) return <Empty {...props} />;
  const by = [...cube.rows, ...cube.columns];
  const depth = cube.rows.length;
  const rows = linesOf(cells, 0, depth, orderIn(entity, by));
  const columns = linesOf(cells, depth, by.length, orderIn(entity, by));
  const values = new Map(cells.map((cell) => [key(cell, depth), cell.value]));
  const most = Math.max(...cells.map(({ value }) => Math.abs(value)), 1);
  const digits = cells.some(({ value }) => !Number.isInteger(value)) ? 2 : 0;
  const number = (value: number | undefined) => (value === undefined ? "" : formats.number(value.toFixed(digits), digits));
  const sum = (keep: (cell: Cell) => boolean) => cells.filter(keep).reduce((whole, { value }) => whole + value, 0);
  const adds = ADDS.test(cube.measure);
  const empty = t("list.emptyGroup");
  const measure = measureTitle(cube.measure, screen, entity, t);
  const across = cube.columns.length > 0;
  return (
    <div className="view-scroll" aria-busy={query.isFetching}>
      <CubeBar entity={entity} screen={screen} cube={cube} withColumns onChange={(next) => onAsk({ at: writeCube(next) })} />
      <div className="pivot-frame" role="region" aria-label={measure} tabIndex={0}>
        <table className="pivot">
          <thead>
            <tr>
              {cube.rows.map((name) => (
                <th key={name} scope="col">
                  {entity.fields[name.split(":")[0] ?? ""]?.title ?? name}
                </th>
              ))}
              {columns.map((column) => (
                <th key={column.key} scope="col" className="pivot-number">
                  {across ? column.titles.map((title) => title || empty).join(" · ") : measure}
                </th>
              ))}
              {adds && across && (
                <th scope="col" className="pivot-number pivot-total">
                  {t("cube.total")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key}>
                {row.titles.map((title, level) => {
                  const same = level < depth - 1 && rows[index - 1]?.titles.slice(0, level + 1).join("\n") === row.titles.slice(0, level + 1).join("\n");
                  return level === depth - 1 ? (
                    <th key={level} scope="row">
                      {title || empty}
                    </th>
                  ) : (
                    <td key={level}>{same ? <span className="unseen">{title || empty}</span> : title || empty}</td>
                  );
                })}
                {columns.map((column) => {
                  const value = values.get(`${row.key}|${column.key}`);
                  return (
                    <td key={column.key} className="pivot-number" style={{ "--heat": Math.abs(value ?? 0) / most } as React.CSSProperties}>
                      {number(value)}
                    </td>
                  );
                })}
                {adds && across && <td className="pivot-number pivot-total">{number(sum((cell) => JSON.stringify(cell.keys.slice(0, depth)) === row.key))}</td>}
              </tr>
            ))}
          </tbody>
          {adds && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={Math.max(depth, 1)}>
                  {t("cube.total")}
                </th>
                {columns.map((column) => (
                  <td key={column.key} className="pivot-number">
                    {number(sum((cell) => JSON.stringify(cell.keys.slice(depth)) === column.key))}
                  </td>
                ))}
                {across && <td className="pivot-number pivot-total">{number(sum(() => true))}</td>}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {isFull && <p className="muted">{t("cube.full", { count: cells.length })}</p>}
    </div>
  );
}

const key = ({ keys }: Cell, depth: number) => `${JSON.stringify(keys.slice(0, depth))}|${JSON.stringify(keys.slice(depth))}`;
