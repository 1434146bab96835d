import { useState } from "react";
import type { Entry } from "../../../contract/record.ts";
import { Popover } from "../../control/Popover.tsx";
import { Glyph } from "../../icon/Glyph.tsx";
import type { Circumstances } from "../../record/circumstances.ts";
import { Tag } from "../../record/Tag.tsx";
import { shown, valueAt } from "../../record/Value.tsx";
import type { Around } from "../../widget/widget.ts";
import { colorMark, colorOf, labelOf, shownPaths } from "../common/records.ts";
import type { ViewProps } from "../view.ts";

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly color?: string;
  readonly icon?: string;
  readonly index: number;
}

interface Props extends ViewProps {
  readonly column: Column;
  readonly columns: readonly Column[];
  readonly records: readonly Entry[];
  readonly count: number;
  /** The record that is on its way to another column. */
  readonly busy: string | null;
  readonly around: Omit<Around, "record">;
  readonly where: Circumstances;
  readonly onMove: (id: string, to: Column) => void;
  readonly onMore: () => void;
}

export function Lane(props: Props) {
  const { column, records, count, around, onMove, onMore } = props;
  const [over, setOver] = useState(false);
  return (
    <section
      className="lane"
      aria-label={column.title}
      data-lane={column.key}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onMove(event.dataTransfer.getData("text/plain"), column);
      }}
    >
      <header className="lane-head">
        <h2 className="ellipsis">
          <Tag title={column.title} color={column.color} index={column.index} icon={column.icon} />
        </h2>
        <small>{around.formats.number(count)}</small>
      </header>
      <ul className="lane-cards">
        {records.map((record) => (
          <Card key={String(record["id"])} {...props} record={record} />
        ))}
        {count > records.length && (
          <li>
            <button type="button" className="plain menu-entry" onClick={onMore}>
              {around.t("kanban.more", { count: count - records.length })}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

const MOST_VALUES = 5;

function Card(props: Props & { readonly record: Entry }) {
  const { entity, screen, record, columns, column, around, where, busy, addressOf, onOpen, onMove } = props;
  const [choosing, setChoosing] = useState(false);
  const id = String(record["id"]);
  const mark = colorMark(colorOf(record, screen, where));
  const values = shownPaths(screen).filter((path) => path !== entity.label && path !== screen.uses?.["column"]?.[0]);
  const step = (by: number) => {
    const to = columns[column.index + by];
    if (to) onMove(id, to);
  };
  const mayMove = entity.may["update"] !== "none";
  return (
    <li
      className={`card ${mark.className}`}
      style={mark.style}
      data-id={id}
      data-busy={busy === id}
      draggable={mayMove}
      onDragStart={(event) => event.dataTransfer.setData("text/plain", id)}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
        event.preventDefault();
        step((event.key === "ArrowRight") === (document.dir !== "rtl") ? 1 : -1);
      }}
    >
      <a
        className="card-name"
        href={addressOf(id)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(id);
        }}
      >
        <bdi>{labelOf(record, entity.label)}</bdi>
      </a>
      {values.slice(0, MOST_VALUES).map((path) => {
        const field = screen.fields[path] ?? entity.fields[path];
        const value = field && shown(valueAt(record, path), field, { ...around, record });
        return value ? (
          <span key={path} className="card-value" title={field?.title}>
            <span className="unseen">{field?.title}: </span>
            {value}
          </span>
        ) : null;
      })}
      {mayMove && (
        <>
          <button id={`move-${id}`} type="button" className="plain card-move" aria-haspopup="menu" aria-label={around.t("kanban.moveOf", { label: labelOf(record, entity.label) })} onClick={() => setChoosing(!choosing)}>
            <Glyph name="overflow" size={14} />
          </button>
          <Popover opener={`move-${id}`} open={choosing} label={around.t("kanban.move")} onClose={() => setChoosing(false)}>
            <div className="menu-list" role="menu" aria-label={around.t("kanban.move")}>
              {columns
                .filter(({ key }) => key !== column.key)
                .map((to) => (
                  <button
                    key={to.key}
                    type="button"
                    role="menuitem"
                    className="plain menu-entry"
                    onClick={() => {
                      setChoosing(false);
                      onMove(id, to);
                    }}
                  >
                    {to.title}
                  </button>
                ))}
            </div>
          </Popover>
        </>
      )}
    </li>
  );
}
