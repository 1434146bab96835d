import "../common/common.css";
import "./chart.css";
import { Fragment } from "react";
import { useFormats } from "../../format/formats.ts";
import { useWords } from "../../text/text.ts";
import { cubeOf, writeCube } from "../common/cells.ts";
import { measureTitle, titleWith, useCube } from "../common/cube.ts";
import { CubeBar } from "../common/CubeBar.tsx";
import { Empty } from "../list/Empty.tsx";
import { Problem } from "../Problem.tsx";
import type { ViewProps } from "../view.ts";

const MOST = 40;
const PERCENT = 100;

/** Groups of records as bars, the longest first. */
export function View(props: ViewProps) {
  const { entity, screen, asked, onAsk } = props;
  const t = useWords();
  const formats = useFormats();
  const cube = { ...cubeOf(screen, asked.at), columns: [] };
  const { query, cells } = useCube(entity, asked, cube, titleWith(formats, t));
  if (query.error) return <Problem failure={query.error} onRetry={() => void query.refetch()} />;
  if (query.data && cells.length === 0) return <Empty {...props} />;
  const sorted = [...cells].sort((one, other) => other.value - one.value).slice(0, MOST);
  const most = Math.max(...sorted.map(({ value }) => Math.abs(value)), 1);
  const digits = cells.some(({ value }) => !Number.isInteger(value)) ? 2 : 0;
  return (
    <div className="view-scroll" aria-busy={query.isFetching}>
      <CubeBar entity={entity} screen={screen} cube={cube} onChange={(next) => onAsk({ at: writeCube(next) })} />
      <dl className="bars" aria-label={measureTitle(cube.measure, screen, entity, t)}>
        {sorted.map(({ keys, titles, value }) => (
          <Fragment key={keys.join("\n")}>
            <dt title={titles.join(" · ")}>{titles.map((title) => title || t("list.emptyGroup")).join(" · ")}</dt>
            <dd className="bar-track" aria-hidden="true">
              <div className="bar-fill" data-below={value < 0} style={{ inlineSize: `${(Math.abs(value) / most) * PERCENT}%` }} />
            </dd>
            <dd className="number">{formats.number(value.toFixed(digits), digits)}</dd>
          </Fragment>
        ))}
      </dl>
      {cells.length > MOST && <p className="muted">{t("cube.first", { shown: MOST, count: cells.length })}</p>}
    </div>
  );
}
