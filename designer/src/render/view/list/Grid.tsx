import { type FocusEvent, type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { say } from "../../control/toast.ts";
import { type Circumstances, useCircumstances } from "../../record/circumstances.ts";
import { rowOf } from "../../record/row.ts";
import { holds } from "../../expression/evaluate.ts";
import type { Around } from "../../widget/widget.ts";
import type { ViewProps } from "../view.ts";
import { arrive, cameBack, leaveAt } from "./back.ts";
import { CellEditor } from "./CellEditor.tsx";
import type { Column } from "./columns.ts";
import { GridRows, type RowsHandle } from "./GridRows.tsx";
import { Header } from "./Header.tsx";
import { idsOf, type Line, type Lines } from "./lines.ts";
import { valueAt } from "../../record/Value.tsx";
import { wordsFor } from "../Problem.tsx";
import type { Setup } from "./setup.ts";
import { type Place, useStand } from "./stand.ts";

interface Props extends ViewProps {
  readonly columns: readonly Column[];
  readonly lines: Lines;
  readonly busy: boolean;
  readonly setup: Setup;
  readonly open: ReadonlySet<string>;
  readonly around: Omit<Around, "record">;
  /** Changes the looks; not for good while something is still being dragged. */
  readonly onSetup: (setup: Setup, isFinal: boolean) => void;
  readonly onToggle: (key: string) => void;
  /** Shows the rest of a group. */
  readonly onRest: (line: Extract<Line, { kind: "more" }>) => void;
}

const MARK = 40;

/** A grid of plain elements: only what is seen is there, and only one cell can be typed into. */
export function Grid(props: Props) {
  const { columns, lines, busy, setup, open, around, screen, entity, asked, selected, onSelect, onOpen, onToggle } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [back] = useState(cameBack);
  const [editing, setEditing] = useState<Edited | null>(null);
  const where = useCircumstances();
  const height = useRowHeight();
  const rowsHandle = useRef<RowsHandle>(null);
  const template = `${MARK}px ${columns.map(({ width }) => `${width}px`).join(" ")} minmax(0, 1fr)`;
  const offsets = useMemo(() => frozenOffsets(columns, setup.frozen), [columns, setup.frozen]);
  const width = MARK + columns.reduce((total, column) => total + column.width, 0);
  const focusCell = useCallback(() => {
    requestAnimationFrame(() => focusActive(scroller.current));
  }, []);
  const isThere = lines.length > 0;
  /** Whether a cell has the focus, or had it when its row went. */
  const inside = useRef(false);
  const bring = (row: number) => {
    if (editing || !(inside.current || cameBack())) return;
    rowsHandle.current?.show(row);
    focusCell();
  };
  // Whoever asks for other records sees them from the first one on.
  const list = [asked.filter, asked.q, asked.sort.join(), asked.deleted, asked.group].join("\n");
  const { at, stand } = useStand(lines, list, back, bring, () => rowsHandle.current?.show(0));
  useLayoutEffect(() => {
    if (inside.current && document.activeElement === document.body) focusActive(scroller.current, 0);
  });
  useLayoutEffect(() => {
    if (back && isThere) focusCell();
  }, [back, isThere, focusCell]);
  const go = (row: number, column: number) => {
    const next = { row: Math.max(0, Math.min(row, lines.length - 1)), column: Math.max(0, Math.min(column, columns.length)) };
    stand(next);
    rowsHandle.current?.show(next.row);
    focusCell();
  };
  /** What a key asked for that has to be read first: the end of the list, or the record of a row. */
  const [wish, setWish] = useState<Wish | null>(null);
  const toEnd = (column: number) => {
    if (!lines.isWhole) lines.seekEnd();
    setWish({ kind: "end", column });
  };
  useEffect(() => {
    if (wish?.kind === "end" && lines.isWhole) {
      setWish(null);
      go(lines.length - 1, wish.column);
    }
    if (wish?.kind === "record" && lines.at(at.row)?.kind !== "waiting") {
      setWish(null);
      enter(at.row);
    }
  });
  /** Where the last selection began: with Shift it reaches from there. */
  const anchor = useRef(0);
  const chosen = useRef(selected);
  chosen.current = selected;
  const select = (row: number, reaching = false) => {
    const line = lines.at(row);
    if (reaching) {
      lines.ids(Math.min(row, anchor.current), Math.max(row, anchor.current)).then(
        (ids) => onSelect(new Set([...chosen.current, ...ids])),
        (failure: unknown) => say(wordsFor(failure, around.t), { tone: "negative" }),
      );
      return;
    }
    if (line?.kind !== "record") return;
    anchor.current = row;
    const next = new Set(chosen.current);
    if (!next.delete(line.id)) next.add(line.id);
    onSelect(next);
  };
  const reach = (by: number) => {
    const row = Math.max(0, Math.min(at.row + by, lines.length - 1));
    if (selected.size === 0) anchor.current = at.row;
    select(row, true);
    go(row, at.column);
  };
  const canEdit = ({ row, column }: Place) => {
    const line = lines.at(row);
    const field = columns[column - 1];
    if (line?.kind !== "record" || !field || field.path.includes(".") || entity.may["update"] === "none") return false;
    return !CANNOT_EDIT.includes(field.field.type) && !isReadOnly(field, line, where);
  };
  const editedRow = editing ? (hasId(lines.at(at.row), editing.id) ? at.row : lines.rowOf(editing.id)) : undefined;
  const edit = (place: Place) => {
    const line = lines.at(place.row);
    if (line?.kind === "record" && canEdit(place)) setEditing({ id: line.id, column: place.column });
  };
  const enter = (row: number) => {
    const line = lines.at(row);
    if (line?.kind === "waiting") setWish({ kind: "record" });
    if (line?.kind === "group") onToggle(line.key);
    if (line?.kind === "more") props.onRest(line);
    if (line?.kind !== "record") return;
    leaveAt(entity.entity, { row, column: Math.max(at.column, 1), id: line.id, offset: scroller.current?.scrollTop ?? 0, base: rowsHandle.current?.base() ?? 0 });
    onOpen(line.id);
  };
  const press = (event: KeyboardEvent) => {
    // Heads and their menus have keys of their own.
    arrive();
    if (wish !== null) setWish(null);
    const cell = (event.target as HTMLElement).closest('[role="gridcell"]');
    if (editing && cell === event.target && isLetter(event)) {
      // Whoever types faster than an editor comes loses no letter.
      event.preventDefault();
      setEditing({ ...editing, typed: (editing.typed ?? "") + event.key });
    }
    if (editing || !cell) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2);
    const rtl = document.documentElement.dir === "rtl" ? -1 : 1;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => (event.shiftKey ? reach(1) : go(at.row + 1, at.column)),
      ArrowUp: () => (event.shiftKey ? reach(-1) : at.row === 0 ? focusHead(at.column) : go(at.row - 1, at.column)),
      ArrowRight: () => go(at.row, at.column + rtl),
      ArrowLeft: () => go(at.row, at.column - rtl),
      PageDown: () => go(at.row + page, at.column),
      PageUp: () => go(at.row - page, at.column),
      Home: () => go(event.ctrlKey ? 0 : at.row, 1),
      End: () => (event.ctrlKey ? toEnd(columns.length) : go(at.row, columns.length)),
      Enter: () => enter(at.row),
      F2: () => edit(at),
      " ": () => select(at.row),
      Escape: () => onSelect(new Set()),
      a: () => (event.ctrlKey || event.metaKey) && onSelect(new Set(idsOf(lines.known))),
    };
    const run = keys[event.key];
    if (!run || event.altKey || (event.key === "a" && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    run();
  };
  const enterCell = (event: FocusEvent) => {
    inside.current = event.target.getAttribute("role") === "gridcell";
  };
  const focusHead = (column: number) => scroller.current?.querySelectorAll<HTMLElement>(".grid-title-button")[Math.max(column - 1, 0)]?.focus();
  const records = idsOf(lines.known);
  return (
    <div ref={scroller} className="grid" role="grid" aria-label={screen.title} aria-rowcount={lines.isWhole ? lines.length + 1 : -1} aria-colcount={columns.length + 1} aria-busy={busy} aria-multiselectable="true" style={{ scrollPaddingInlineStart: frozenWidth(columns, offsets) }} onKeyDown={press} onPointerDown={arrive} onFocus={enterCell} onBlur={() => (inside.current = false)}>
      <div className="grid-body" style={{ minWidth: width }}>
        <Header
          {...props}
          template={template}
          offsets={offsets}
          onDown={() => focusActive(scroller.current)}
          allSelected={records.length > 0 && records.every((id) => selected.has(id))}
          onSelectAll={(all) => onSelect(new Set(all ? records : []))}
        />
        <GridRows
          handle={rowsHandle}
          scroller={scroller}
          lines={lines}
          columns={columns}
          entity={entity}
          screen={screen}
          where={where}
          around={around}
          height={height}
          offset={back?.offset ?? 0}
          base={back?.base ?? 0}
          template={template}
          offsets={offsets}
          at={at}
          edited={editedRow === undefined || !editing ? null : { row: editedRow, column: editing.column }}
          selected={selected}
          open={open}
          busy={busy}
          addressOf={props.addressOf}
          renderEditor={(index, line, column) => (
            <CellEditor
              key={line.id}
              entity={entity}
              column={column}
              record={line.record}
              value={valueAt(line.record, column.path)}
              typed={editing?.typed}
              onClose={(move) => {
                setEditing(null);
                if (move) go(index + move.row, (editing?.column ?? 1) + move.column);
              }}
            />
          )}
          onFocus={stand}
          onEnter={enter}
          onSelect={select}
          onEdit={edit}
        />
      </div>
    </div>
  );
}

/** A cell that is typed into: of a record, wherever its row goes meanwhile. */
interface Edited {
  readonly id: string;
  readonly column: number;
  /** What was typed before its editor was there. */
  readonly typed?: string;
}

const hasId = (line: Line | undefined, id: string) => line?.kind === "record" && line.id === id;
const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => key.length === 1 && !ctrlKey && !metaKey && !altKey;

/** What somebody wants by a key before it is there. */
type Wish = { readonly kind: "end"; readonly column: number } | { readonly kind: "record" };

const CANNOT_EDIT = ["lines", "formula", "lookup", "files", "file", "image", "signature", "geo", "json", "html", "markdown", "code", "links", "password", "secret", "linkAny"];

function isReadOnly({ field, placed }: Column, line: Line, where: Circumstances): boolean {
  if (line.kind !== "record" || field.formula || field.system) return true;
  return [field.readOnly, placed.readOnly].some((rule) => rule !== undefined && holds(rule, [rowOf(line.record)], where));
}

const FRAMES = 10;

/** Focuses the active cell and brings it into view, as soon as its row is painted. */
function focusActive(scroller: HTMLElement | null, frames = FRAMES): void {
  const cell = scroller?.querySelector<HTMLElement>('[data-active="true"]');
  if (cell) {
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  } else if (scroller && frames > 0) requestAnimationFrame(() => focusActive(scroller, frames - 1));
}

/** Behind so much of the grid the other columns go. */
const frozenWidth = (columns: readonly Column[], offsets: readonly (number | undefined)[]) => columns.reduce((width, column, index) => (offsets[index] === undefined ? width : width + column.width), MARK);

/** Where each frozen column stands; those that move have none. */
function frozenOffsets(columns: readonly Column[], frozen: number): readonly (number | undefined)[] {
  let offset = MARK;
  return columns.map(({ width }, index) => {
    if (index >= frozen || matchMedia("(max-width: 800px)").matches) return undefined;
    const here = offset;
    offset += width;
    return here;
  });
}

const COMPACT = 34;
const COZY = 44;

function useRowHeight(): number {
  const [height, setHeight] = useState(() => heightNow());
  useEffect(() => {
    const watcher = new MutationObserver(() => setHeight(heightNow()));
    watcher.observe(document.body, { attributes: true, attributeFilter: ["data-density"] });
    return () => watcher.disconnect();
  }, []);
  return height;
}

const heightNow = () => (document.body.dataset["density"] === "cozy" ? COZY : COMPACT);
