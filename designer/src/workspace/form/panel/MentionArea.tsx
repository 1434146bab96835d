import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { ComboList } from "../../../render/control/ComboList.tsx";
import { peopleQuery, type Somebody } from "../../../data/people.ts";
import { namedAt } from "./mention.ts";

interface Props {
  readonly value: string;
  readonly label: string;
  readonly rows?: number;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
  readonly onSubmit: () => void;
  readonly onCancel?: () => void;
}

const NOBODY: readonly Somebody[] = [];

/** A text in which people are named behind an @, offered while one types. */
export function MentionArea({ value, label, rows = 2, autoFocus = false, onChange, onSubmit, onCancel }: Props) {
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const next = useRef<number | null>(null);
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const named = closed ? null : namedAt(value, caret);
  const { data = NOBODY } = useQuery({ ...peopleQuery(named?.letters ?? ""), enabled: named !== null });
  const offered = named ? data : NOBODY;
  useLayoutEffect(() => {
    if (next.current !== null) area.current?.setSelectionRange(next.current, next.current);
    next.current = null;
  });
  const take = (chosen: Somebody | undefined) => {
    if (!chosen || !named) return;
    const text = `${value.slice(0, named.from)}${chosen.username} `;
    next.current = text.length;
    setCaret(text.length);
    onChange(text + value.slice(caret));
    area.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const open = offered.length > 0;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit();
    else if (open && move) setAt((at + move + offered.length) % offered.length);
    else if (open && (event.key === "Enter" || event.key === "Tab")) take(offered[at]);
    else if (open && event.key === "Escape") setClosed(true);
    else if (event.key === "Escape" && onCancel) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="combo">
      <textarea
        ref={area}
        value={value}
        rows={rows}
        autoFocus={autoFocus}
        aria-label={label}
        placeholder={label}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-activedescendant={offered.length > 0 ? `${listId}-${at}` : undefined}
        onChange={(event) => {
          setClosed(false);
          setAt(0);
          setCaret(event.target.selectionStart);
          onChange(event.target.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={press}
      />
      {offered.length > 0 && (
        <ComboList id={listId} label={label} count={offered.length}>
          {offered.map((each, index) => (
            <div key={each.id} id={`${listId}-${index}`} role="option" tabIndex={-1} aria-selected={index === at} className="menu-entry" onPointerDown={(event) => event.preventDefault()} onClick={() => take(each)} onKeyDown={() => undefined}>
              <span className="ellipsis">{each.name}</span> <small className="muted">@{each.username}</small>
            </div>
          ))}
        </ComboList>
      )}
    </div>
  );
}
