import type { Entity, Screen } from "../../../contract/screen.ts";
import { Choice } from "../../control/Choice.tsx";
import { useWords } from "../../text/text.ts";
import type { Cube } from "./cells.ts";
import { dimensionsFor, measuresFor } from "./cube.ts";

interface Props {
  readonly entity: Entity;
  readonly screen: Screen;
  readonly cube: Cube;
  readonly withColumns?: boolean;
  /** The ways in which it can be drawn. */
  readonly kinds?: readonly string[];
  readonly kind?: string;
  readonly onChange: (cube: Cube) => void;
}

const NONE = "";

/** By what is counted, and what. */
export function CubeBar({ entity, screen, cube, withColumns = false, kinds, kind, onChange }: Props) {
  const t = useWords();
  const fields = dimensionsFor(entity, t);
  const second = [{ key: NONE, title: t("cube.none") }, ...fields];
  const choose = (label: string, value: string, options: readonly { readonly key: string; readonly title: string }[], change: (key: string) => Cube) => (
    <span className="labelled-inline">
      <span aria-hidden="true" className="muted">
        {label}
      </span>
      <Choice label={label} value={value} options={options} onChange={(key) => onChange(change(key))} />
    </span>
  );
  return (
    <div className="view-bar" role="group" aria-label={screen.title}>
      {choose(t("cube.by"), cube.rows[0] ?? NONE, fields, (key) => ({ ...cube, rows: [key, ...cube.rows.slice(1).filter((each) => each !== key)], columns: cube.columns.filter((each) => each !== key) }))}
      {choose(t("cube.thenBy"), cube.rows[1] ?? NONE, second, (key) => ({ ...cube, rows: [cube.rows[0] ?? NONE, key].filter((each) => each !== NONE) }))}
      {withColumns && choose(t("cube.across"), cube.columns[0] ?? NONE, second, (key) => ({ ...cube, columns: key === NONE ? [] : [key] }))}
      {choose(t("cube.what"), cube.measure, measuresFor(screen, entity, t), (measure) => ({ ...cube, measure }))}
      {kinds && choose(t("cube.as"), kind ?? "", kinds.map((key) => ({ key, title: t("chart.kind", { kind: key }) })), (next) => ({ ...cube, kind: next }))}
    </div>
  );
}
