import { memo, type ReactNode } from "react";
import type { Entity } from "../../../contract/screen.ts";
import { Glyph } from "../../icon/Glyph.tsx";
import { shown, valueAt } from "../../record/Value.tsx";
import type { Around } from "../../widget/widget.ts";
import { grainWords } from "../common/dimension.ts";
import type { Column } from "./columns.ts";
import type { Line } from "./lines.ts";

interface Props {
  readonly line: Line;
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly template: string;
  readonly offsets: readonly (number | undefined)[];
  readonly columns: readonly Column[];
  readonly entity: Entity;
  readonly color: string | undefined;
  readonly around: Omit<Around, "record">;
  /** The active column, if the row is the active one. */
  readonly active: number | null;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  /** The column that is typed into, if it is in this row. */
  readonly editor: number | null;
  readonly addressOf: (id: string) => string;
  readonly renderEditor: (column: Column) => ReactNode;
  readonly onFocus: (column: number) => void;
  readonly onOpen: () => void;
  /** Selects the row, or all from the last one that was selected to it. */
  readonly onSelect: (reaching: boolean) => void;
  readonly onEdit: (column: number) => void;
}

/** A row changes with what it shows, not with the callbacks that it is given anew each time. */
const SHOWN = ["line", "index", "start", "height", "template", "columns", "color", "active", "isSelected", "isOpen", "editor", "around", "offsets"] as const;

export const GridRow = memo(Row, (before, after) => SHOWN.every((name) => before[name] === after[name]) && after.editor === null);

function Row(props: Props) {
  const { line, index, start, height, template, color, isSelected, active } = props;
  const style = { transform: `translateY(${start}px)`, height, gridTemplateColumns: template };
  if (line.kind === "waiting") {
    return (
      <div role="row" aria-rowindex={index + 2} aria-busy className="grid-row" style={style}>
        <div role="gridcell" className="grid-cell grid-unread" data-active={active !== null} tabIndex={active === null ? -1 : 0} onFocus={() => props.onFocus(active ?? 1)}>
          <span className="waiting-line" style={{ width: 200 }} />
        </div>
      </div>
    );
  }
  if (line.kind === "more") return <Rest {...props} line={line} style={style} />;
  if (line.kind === "group") return <GroupHead {...props} line={line} style={style} />;
  const own = color?.startsWith("#") ? ({ "--row": color } as React.CSSProperties) : {};
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={isSelected} className={`grid-row ${color ? `grid-colored row-${color.replace("#", "own-")}` : ""}`} style={{ ...style, ...own }} data-id={line.id}>
      <Cells {...props} line={line} />
    </div>
  );
}

function Cells(props: Props & { readonly line: Extract<Line, { kind: "record" }> }) {
  const { line, columns, offsets, entity, around, active, isSelected, editor, addressOf, renderEditor, onFocus, onOpen, onSelect, onEdit } = props;
  const { record } = line;
  const label = String(record[entity.label] ?? line.id);
  return (
    <>
      <div role="gridcell" className="grid-cell grid-mark grid-frozen" style={{ insetInlineStart: 0 }} data-active={active === 0} tabIndex={active === 0 ? 0 : -1} onFocus={() => onFocus(0)} onClick={(event) => onSelect(event.shiftKey)}>
        <input type="checkbox" tabIndex={-1} checked={isSelected} aria-label={around.t("list.selectRow", { label })} onChange={() => undefined} />
      </div>
      {columns.map((column, index) => {
        const offset = offsets[index];
        const place = index + 1;
        const style = offset === undefined ? undefined : { insetInlineStart: offset };
        const isLabel = column.path === entity.label || index === 0;
        return (
          <div
            key={column.path}
            role="gridcell"
            aria-colindex={place + 1}
            className={`grid-cell ${column.alignEnd ? "grid-end" : ""} ${offset === undefined ? "" : offsets[index + 1] === undefined ? "grid-frozen grid-edge" : "grid-frozen"} ${editor === place ? "grid-editing" : ""}`}
            style={style}
            data-active={active === place}
            data-field={column.path}
            tabIndex={active === place ? 0 : -1}
            onFocus={() => onFocus(place)}
            onClick={(event) => isPlain(event) && onOpen()}
            onDoubleClick={() => onEdit(place)}
          >
            {editor === place ? (
              renderEditor(column)
            ) : isLabel && column.field.type !== "link" ? (
              <a className="grid-label ellipsis" href={addressOf(line.id)} tabIndex={-1} onClick={(event) => isPlain(event) && event.preventDefault()}>
                {shown(valueAt(record, column.path), column.field, { ...around, record })}
              </a>
            ) : (
              shown(valueAt(record, column.path), column.field, { ...around, record: parentOf(record, column.path) })
            )}
          </div>
        );
      })}
    </>
  );
}

/** A plain click opens; one with a modifier, on a link inside or while text is marked does not. */
function isPlain(event: React.MouseEvent): boolean {
  const target = event.target as HTMLElement;
  const link = target.closest("a");
  if (link && !link.classList.contains("grid-label")) return false;
  return !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0 && !target.closest(".grid-editing") && getSelection()?.isCollapsed !== false;
}

/** The record that the value at the end of a path is of. */
function parentOf(record: Around["record"], path: string): Around["record"] {
  const links = path.split(".").slice(0, -1);
  return links.length === 0 ? record : (valueAt(record, links.join(".")) as Around["record"]) ?? record;
}

type More = Props & { readonly line: Extract<Line, { kind: "more" }>; readonly style: React.CSSProperties };

function Rest({ line, index, style, around, active, onFocus, onOpen }: More) {
  return (
    <div role="row" aria-rowindex={index + 2} className="grid-row grid-rest" style={style} onClick={onOpen}>
      <div role="gridcell" className="grid-cell grid-group-head" data-active={active !== null} tabIndex={active === null ? -1 : 0} onFocus={() => onFocus(1)}>
        {around.t("list.groupRest", { count: line.count })}
      </div>
    </div>
  );
}

type Head = Props & { readonly line: Extract<Line, { kind: "group" }>; readonly style: React.CSSProperties };

function GroupHead({ line, index, style, columns, entity, around, active, isOpen, onFocus, onOpen }: Head) {
  const by = columns.find(({ path }) => line.group[path] !== undefined)?.field ?? Object.entries(entity.fields).find(([name]) => name in line.group)?.[1];
  const period = line.grain && typeof line.value === "string" ? grainWords(line.value, line.grain, around.formats.preferred.locale) : null;
  const value = period ?? (line.value !== null && by && by.type !== "link" && by.type !== "user" ? shown(line.value, by, { ...around, record: line.group }) : line.value === null ? around.t("list.emptyGroup") : String(line.value));
  return (
    <div role="row" aria-rowindex={index + 2} aria-expanded={isOpen} className="grid-row grid-group" style={style} onClick={onOpen}>
      <div role="gridcell" className="grid-cell grid-group-head" data-active={active !== null} tabIndex={active === null ? -1 : 0} onFocus={() => onFocus(1)}>
        <Glyph name={isOpen ? "slim-arrow-down" : "slim-arrow-right"} size={12} turns />
        {value}
        <span className="grid-count">{around.formats.number(line.count)}</span>
      </div>
      {columns.map((column, at) => {
        const total = line.group[`total_${column.path}`];
        if (total === undefined || total === null || at === 0) return null;
        return (
          <div key={column.path} role="gridcell" className="grid-cell grid-end grid-total" style={{ gridColumn: at + 2 }}>
            {shown(total, column.field, { ...around, record: line.group })}
          </div>
        );
      })}
    </div>
  );
}
