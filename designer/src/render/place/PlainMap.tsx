import "./place.css";
import { type KeyboardEvent, type PointerEvent, useRef, useState, type WheelEvent } from "react";
import { Glyph } from "../icon/Glyph.tsx";
import { useWords } from "../text/text.ts";
import { landPath } from "./land.ts";
import type { Spot } from "./place.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly spot: Spot | null;
  readonly readOnly: boolean;
  readonly onPick: (spot: Spot) => void;
}

interface Window {
  readonly lon: number;
  readonly lat: number;
  /** Degrees from the left to the right edge. */
  readonly width: number;
}

const RATIO = 0.5;
const WORLD: Window = { lon: 0, lat: 0, width: 360 };
const NEAR = 30;
const NEAREST = 0.5;
const STEP = 1.6;
/** A pointer that moved less, in pixels, was a click. */
const STILL = 4;
const PLACES = 5;

const within = (value: number, most: number) => Math.max(-most, Math.min(most, value));
const rounded = (value: number) => Number(value.toFixed(PLACES));

/** The outlines of the continents, moved and drawn near: no other host is asked for pictures of the world. */
export default function PlainMap({ id, label, spot, readOnly, onPick }: Props) {
  const t = useWords();
  const [shown, setShown] = useState<Window>(spot ? { ...spot, width: NEAR } : WORLD);
  const held = useRef<{ readonly x: number; readonly y: number; readonly from: Window } | null>(null);
  const height = shown.width * RATIO;
  const zoom = (by: number) => setShown((now) => ({ ...now, ...(spot && by < 1 && now.width > NEAR && spot), width: Math.max(NEAREST, Math.min(WORLD.width, now.width * by)) }));
  const scaleOf = (element: SVGElement) => shown.width / element.getBoundingClientRect().width;
  const spotAt = (event: PointerEvent<SVGSVGElement>): Spot => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = scaleOf(event.currentTarget);
    return { lon: rounded(within(shown.lon - shown.width / 2 + (event.clientX - box.left) * scale, 180)), lat: rounded(within(shown.lat + height / 2 - (event.clientY - box.top) * scale, 90)) };
  };
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    const { current: begun } = held;
    if (!begun) return;
    const scale = scaleOf(event.currentTarget);
    setShown({ ...begun.from, lon: within(begun.from.lon - (event.clientX - begun.x) * scale, 180), lat: within(begun.from.lat + (event.clientY - begun.y) * scale, 90) });
  };
  const drop = (event: PointerEvent<SVGSVGElement>) => {
    const { current: begun } = held;
    held.current = null;
    if (begun && !readOnly && Math.hypot(event.clientX - begun.x, event.clientY - begun.y) < STILL) onPick(spotAt(event));
  };
  const press = (event: KeyboardEvent) => {
    const move = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (event.key === "+") zoom(1 / STEP);
    else if (event.key === "-") zoom(STEP);
    else if (move && !readOnly) {
      const step = shown.width / 100;
      const from = spot ?? shown;
      onPick({ lon: rounded(within(from.lon + (move[0] ?? 0) * step, 180)), lat: rounded(within(from.lat + (move[1] ?? 0) * step, 90)) });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const wheel = (event: WheelEvent) => event.ctrlKey && zoom(event.deltaY < 0 ? 1 / STEP : STEP);
  return (
    <div className="place-map" dir="ltr">
      <svg
        id={id}
        role="application"
        aria-label={`${label}: ${t(readOnly ? "geo.map" : "geo.mapHelp")}`}
        tabIndex={0}
        viewBox={`${shown.lon - shown.width / 2} ${-shown.lat - height / 2} ${shown.width} ${height}`}
        onKeyDown={press}
        onWheel={wheel}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          held.current = { x: event.clientX, y: event.clientY, from: shown };
        }}
        onPointerMove={drag}
        onPointerUp={drop}
      >
        <path className="place-land" d={landPath()} />
        {[-60, -30, 0, 30, 60].map((lat) => (
          <line key={lat} className="place-line" x1={-180} x2={180} y1={lat} y2={lat} />
        ))}
        {[-150, -120, -90, -60, -30, 0, 30, 60, 90, 120, 150].map((lon) => (
          <line key={lon} className="place-line" x1={lon} x2={lon} y1={-90} y2={90} />
        ))}
        {spot && <circle className="place-spot" cx={spot.lon} cy={-spot.lat} r={shown.width / 90} />}
      </svg>
      <div className="place-tools">
        <button type="button" className="plain field-button" aria-label={t("geo.nearer")} onClick={() => zoom(1 / STEP)}>
          <Glyph name="add" size={14} />
        </button>
        <button type="button" className="plain field-button" aria-label={t("geo.farther")} onClick={() => zoom(STEP)}>
          <Glyph name="less" size={14} />
        </button>
      </div>
    </div>
  );
}
