import "../common/common.css";
import "./map.css";
import { useMemo } from "react";
import type { Json } from "../../../contract/record.ts";
import { useFormats } from "../../format/formats.ts";
import { landPath } from "../../place/land.ts";
import { spotOf } from "../../place/place.ts";
import { useWords } from "../../text/text.ts";
import { fieldsOf, labelOf, useRecords, wantedFor } from "../common/records.ts";
import { Empty } from "../list/Empty.tsx";
import { Problem } from "../Problem.tsx";
import type { ViewProps } from "../view.ts";

const MOST = 1000;
const WIDTH = 960;
const HEIGHT = 540;
const EDGE = 36;
/** Points closer together than this many degrees are shown as if they were so far apart. */
const LEAST_SPAN = 4;
const LINES = 6;

interface Point {
  readonly id: string;
  readonly label: string;
  readonly lon: number;
  readonly lat: number;
}

/** Records where they are, on the outlines of the continents: no other host is asked for pictures of the world. */
export function View(props: ViewProps) {
  const { entity, screen, asked, addressOf, onOpen } = props;
  const t = useWords();
  const formats = useFormats();
  const location = screen.uses?.["location"]?.[0] ?? "";
  const label = screen.uses?.["label"]?.[0] ?? entity.label;
  const fields = useMemo(() => fieldsOf(screen, entity, [location, label]), [screen, entity, location, label]);
  const { data, error, refetch, isPending } = useRecords(wantedFor(entity, asked, fields, MOST, `${location} != null`));
  if (error) return <Problem failure={error} onRetry={() => void refetch()} />;
  const points = (data?.data ?? []).flatMap((record) => pointOf(record[location], String(record["id"]), labelOf(record, label)));
  if (points.length === 0) return isPending ? <div className="view-scroll" aria-busy="true" /> : <Empty {...props} none={{ title: t("map.none", { title: entity.plural }), help: t("map.noneHelp", { field: entity.fields[location]?.title ?? location }) }} />;
  const lons = span(points.map(({ lon }) => lon));
  const lats = span(points.map(({ lat }) => lat));
  const across = (WIDTH - 2 * EDGE) / (lons.most - lons.least);
  const up = (HEIGHT - 2 * EDGE) / (lats.most - lats.least);
  const x = (lon: number) => EDGE + (lon - lons.least) * across;
  const y = (lat: number) => HEIGHT - EDGE - (lat - lats.least) * up;
  const degrees = (value: number) => `${formats.number(value.toFixed(2), 2)}°`;
  return (
    <div className="view-scroll" aria-busy={isPending} dir="ltr">
      <svg className="points" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={t("map.points", { count: points.length })}>
        <path className="points-land" d={landPath()} transform={`matrix(${across} 0 0 ${up} ${x(0)} ${y(0)})`} aria-hidden="true" />
        {steps(lons).map((lon) => (
          <g key={lon} aria-hidden="true">
            <line x1={x(lon)} x2={x(lon)} y1={0} y2={HEIGHT} />
            <text x={x(lon) + 3} y={HEIGHT - 6}>
              {degrees(lon)}
            </text>
          </g>
        ))}
        {steps(lats).map((lat) => (
          <g key={lat} aria-hidden="true">
            <line x1={0} x2={WIDTH} y1={y(lat)} y2={y(lat)} />
            <text x={4} y={y(lat) - 4}>
              {degrees(lat)}
            </text>
          </g>
        ))}
        {points.map((point) => (
          <a
            key={point.id}
            href={addressOf(point.id)}
            aria-label={point.label}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(point.id);
            }}
          >
            <circle cx={x(point.lon)} cy={y(point.lat)} r={7}>
              <title>{point.label}</title>
            </circle>
          </a>
        ))}
      </svg>
    </div>
  );
}

function pointOf(value: Json | undefined, id: string, label: string): readonly Point[] {
  const spot = spotOf(value);
  return spot ? [{ id, label, ...spot }] : [];
}

interface Span {
  readonly least: number;
  readonly most: number;
}

function span(values: readonly number[]): Span {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = Math.max(LEAST_SPAN - (most - least), 0) / 2;
  return { least: least - room, most: most + room };
}

const steps = ({ least, most }: Span) => Array.from({ length: LINES }, (_, index) => least + ((most - least) * index) / (LINES - 1));
