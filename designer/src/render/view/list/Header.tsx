import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { Popover } from "../../control/Popover.tsx";
import { Glyph } from "../../icon/Glyph.tsx";
import { useWords } from "../../text/text.ts";
import type { ViewProps } from "../view.ts";
import type { Column } from "./columns.ts";
import type { Setup } from "./setup.ts";

interface Props extends ViewProps {
  readonly columns: readonly Column[];
  readonly template: string;
  readonly offsets: readonly (number | undefined)[];
  readonly setup: Setup;
  readonly allSelected: boolean;
  readonly onSelectAll: (all: boolean) => void;
  /** Goes to the cells. */
  readonly onDown: () => void;
  /** Changes the looks; not for good while something is still being dragged. */
  readonly onSetup: (setup: Setup, isFinal: boolean) => void;
}

export function Header(props: Props) {
  const { columns, template, offsets, allSelected, onSelectAll, onDown } = props;
  const t = useWords();
  const [at, setAt] = useState(0);
  // The heads are one stop of the Tab key; from one to the other go the arrows.
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const heads = [...event.currentTarget.querySelectorAll<HTMLElement>(".grid-title-button")];
    const here = heads.indexOf(event.target as HTMLElement);
    if (here < 0 || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const on = document.documentElement.dir === "rtl" ? -1 : 1;
    const to = { ArrowRight: here + on, ArrowLeft: here - on, Home: 0, End: heads.length - 1 }[event.key];
    if (event.key === "ArrowDown") onDown();
    else if (to === undefined) return;
    else heads[to]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="row" aria-rowindex={1} className="grid-head" style={{ gridTemplateColumns: template }} onKeyDown={press} onFocus={({ target }) => setAt(Math.max(0, columns.findIndex(({ path }) => target.id === headId(path))))}>
      <div role="columnheader" className="grid-cell grid-mark grid-frozen" style={{ insetInlineStart: 0 }}>
        <input type="checkbox" checked={allSelected} aria-label={t("list.selectAll")} onChange={(event) => onSelectAll(event.target.checked)} />
      </div>
      {columns.map((column, index) => (
        <HeadCell key={column.path} {...props} isStop={index === Math.min(at, columns.length - 1)} column={column} index={index} offset={offsets[index]} isEdge={offsets[index] !== undefined && offsets[index + 1] === undefined} />
      ))}
    </div>
  );
}

/** What is dragged from one head to another. */
const COLUMN = "application/x-armature-column";
const LEAST = 56;
const MOST = 1000;

const headId = (path: string) => `head-${path.replaceAll(".", "-")}`;
const WIDER = 16;

function HeadCell({ column, index, offset, isEdge, columns, asked, setup, isStop, onAsk, onSetup }: Props & { readonly isStop: boolean; readonly column: Column; readonly index: number; readonly offset: number | undefined; readonly isEdge: boolean }) {
  const t = useWords();
  const [menu, setMenu] = useState(false);
  const id = headId(column.path);
  const order = asked.sort.find((key) => key.replace(/^-/, "") === column.path);
  const direction = order === undefined ? "none" : order.startsWith("-") ? "descending" : "ascending";
  const widen = (width: number, isFinal: boolean) => onSetup({ ...setup, widths: { ...setup.widths, [column.path]: Math.min(MOST, Math.max(LEAST, Math.round(width))) } }, isFinal);
  const drag = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const start = event.clientX;
    const side = document.documentElement.dir === "rtl" ? -1 : 1;
    const widthAt = (x: number) => column.width + side * (x - start);
    const move = ({ clientX }: globalThis.PointerEvent) => widen(widthAt(clientX), false);
    const end = ({ clientX }: globalThis.PointerEvent) => {
      if (clientX !== start) widen(widthAt(clientX), true);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
  };
  /** One head wider or narrower, by an arrow key. */
  const widenBy = (event: KeyboardEvent) => {
    const step = { ArrowRight: WIDER, ArrowLeft: -WIDER }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    widen(column.width + (document.documentElement.dir === "rtl" ? -step : step), true);
  };
  const names = columns.map(({ path }) => path);
  const choose = (run: () => void) => () => {
    setMenu(false);
    run();
  };
  const [over, setOver] = useState(false);
  const dropped = (path: string) => {
    if (!names.includes(path) || path === column.path) return;
    const others = names.filter((name) => name !== path);
    const to = names.indexOf(path) < index ? others.indexOf(column.path) + 1 : others.indexOf(column.path);
    onAsk({ columns: [...others.slice(0, to), path, ...others.slice(to)] });
  };
  const moved = (by: number) => {
    const others = names.filter((name) => name !== column.path);
    return onAsk({ columns: [...others.slice(0, index + by), column.path, ...others.slice(index + by)] });
  };
  const entries = [
    ...(column.sortable
      ? [
          { icon: "sort-ascending", title: t("list.sortUp"), run: () => onAsk({ sort: [column.path] }) },
          { icon: "sort-descending", title: t("list.sortDown"), run: () => onAsk({ sort: [`-${column.path}`] }) },
          ...(asked.sort.length > 0 && order === undefined ? [{ icon: "sort", title: t("list.sortThen"), run: () => onAsk({ sort: [...asked.sort, column.path] }) }] : []),
        ]
      : []),
    ...(column.sortable && !column.path.includes(".") ? [{ icon: "group-2", title: t("list.groupBy", { field: column.title }), run: () => onAsk({ group: column.path }) }] : []),
    ...(index > 0 ? [{ icon: "arrow-left", title: t("list.columnBack"), run: () => moved(-1) }] : []),
    ...(index < columns.length - 1 ? [{ icon: "arrow-right", title: t("list.columnOn"), run: () => moved(1) }] : []),
    { icon: "locked", title: t("list.freeze"), run: () => onSetup({ ...setup, frozen: index + 1 }, true) },
    ...(setup.frozen > 0 ? [{ icon: "unlocked", title: t("list.unfreeze"), run: () => onSetup({ ...setup, frozen: 0 }, true) }] : []),
    ...(columns.length > 1 ? [{ icon: "hide", title: t("list.hideColumn"), run: () => onAsk({ columns: names.filter((name) => name !== column.path) }) }] : []),
  ];
  return (
    <div
      role="columnheader"
      // Its name alone, without the width that can be set beside it.
      aria-labelledby={id}
      aria-sort={direction}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(COLUMN)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        dropped(event.dataTransfer.getData(COLUMN));
      }}
      className={`grid-cell grid-title ${column.alignEnd ? "grid-end" : ""} ${offset === undefined ? "" : isEdge ? "grid-frozen grid-edge" : "grid-frozen"}`} style={offset === undefined ? undefined : { insetInlineStart: offset }}>
      <button id={id} type="button" tabIndex={isStop ? 0 : -1} aria-keyshortcuts="Shift+ArrowRight Shift+ArrowLeft" onKeyDown={(event) => event.shiftKey && widenBy(event)} draggable onDragStart={(event) => event.dataTransfer.setData(COLUMN, column.path)} className="plain grid-title-button" aria-haspopup="menu" aria-expanded={menu} title={column.field.help ?? column.title} onClick={() => setMenu(!menu)}>
        <span className="ellipsis">{column.title}</span>
        {order !== undefined && asked.sort.length > 1 && <small>{asked.sort.indexOf(order) + 1}</small>}
        {order !== undefined && <Glyph name={order.startsWith("-") ? "slim-arrow-down" : "slim-arrow-up"} size={12} />}
      </button>
      <span
        role="separator"
        aria-orientation="vertical"
        aria-label={t("list.resize", { column: column.title })}
        aria-valuenow={column.width}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={-1}
        className="grid-resize"
        onPointerDown={drag}
        onDoubleClick={() => onSetup({ ...setup, widths: Object.fromEntries(Object.entries(setup.widths).filter(([path]) => path !== column.path)) }, true)}
        onKeyDown={widenBy}
      />
      <Popover opener={id} open={menu} label={column.title} onClose={() => setMenu(false)}>
        <div className="menu-list" role="menu" aria-label={column.title}>
          {entries.map(({ icon, title, run }) => (
            <button key={title} type="button" role="menuitem" className="plain menu-entry" onClick={choose(run)}>
              <Glyph name={icon} turns={icon.startsWith("arrow-")} /> {title}
            </button>
          ))}
        </div>
      </Popover>
    </div>
  );
}
