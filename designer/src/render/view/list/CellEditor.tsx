import { type KeyboardEvent, Suspense, useRef, useState } from "react";
import type { Entry, Json } from "../../../contract/record.ts";
import { idOf } from "../../../contract/record.ts";
import type { Entity } from "../../../contract/screen.ts";
import { Refusal } from "../../../data/client.ts";
import { change } from "../../../data/records.ts";
import { say } from "../../control/toast.ts";
import { called } from "../../form/called.ts";
import { useWords } from "../../text/text.ts";
import { editorOf } from "../../widget/registry.ts";
import { wordsFor } from "../Problem.tsx";
import type { Column } from "./columns.ts";

interface Props {
  readonly entity: Entity;
  readonly column: Column;
  readonly record: Entry;
  readonly value: Json;
  /** What takes the place of the value at once. */
  readonly typed: string | undefined;
  /** Where the active cell goes from here; nowhere, if one has gone elsewhere already. */
  readonly onClose: (move: Move | null) => void;
}

interface Move {
  readonly row: number;
  readonly column: number;
}

const STAY: Move = { row: 0, column: 0 };

/** One cell that is typed into; it is saved when it is left. */
export function CellEditor({ entity, column, record, value, typed: early, onClose }: Props) {
  const t = useWords();
  const [typed, setTyped] = useState<Json>(value);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const latest = useRef(typed);
  const unread = useRef(false);
  const closed = useRef(false);
  latest.current = typed;
  const Editor = editorOf(column.field);
  const save = async (move: Move | null) => {
    if (closed.current || unread.current) return;
    if (JSON.stringify(plain(latest.current)) === JSON.stringify(plain(value))) {
      closed.current = true;
      onClose(move);
      return;
    }
    try {
      closed.current = true;
      await change(entity.entity, String(record["id"]), { [column.path]: plain(latest.current) }, Number(record["version"]));
      onClose(move);
    } catch (refused) {
      closed.current = false;
      const own = refused instanceof Refusal ? refused.faults.find(({ path }) => path === column.path)?.message : undefined;
      if (own) setFault(called(column.path, entity.fields, own));
      else say(wordsFor(refused, t), { tone: "negative" });
    }
  };
  const press = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, Move>> = { Enter: { row: 1, column: 0 }, Tab: { row: 0, column: event.shiftKey ? -1 : 1 } };
    const move = moves[event.key];
    event.stopPropagation();
    if (event.key === "Escape") {
      closed.current = true;
      onClose(STAY);
    } else if (move) {
      event.preventDefault();
      // What was typed last arrives with the editor's own change, after this key.
      setTimeout(() => void save(move));
    }
  };
  const leave = (event: React.FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setTimeout(() => void save(null));
  };
  return (
    <div className="cell-editor" onKeyDown={press} onBlur={leave} onClick={(event) => event.stopPropagation()} role="presentation">
      <Suspense>
        <Editor
          key={early ?? ""}
          id={`cell-${column.path}`}
          entity={entity.entity}
          name={column.path}
          field={column.field}
          value={typed}
          record={record}
          readOnly={false}
          required={column.field.required === true}
          fault={fault}
          inCell
          {...(early !== undefined && { typed: early })}
          onChange={(next) => {
            unread.current = false;
            setTyped(next);
          }}
          onUnread={(words) => {
            unread.current = true;
            setFault(words);
          }}
          onDone={() => setTimeout(() => void save(STAY))}
        />
      </Suspense>
    </div>
  );
}

/** A link by its id, as it is written. */
const plain = (value: Json): Json => (typeof value === "object" && value !== null && !Array.isArray(value) ? idOf(value) : value);
