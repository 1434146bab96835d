import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Glyph } from "../icon/Glyph.tsx";
import { combobox } from "./combobox.ts";
import { ComboList } from "./ComboList.tsx";

export interface Searchable {
  readonly key: string;
  readonly title: string;
  /** Whoever takes this looks further, with these words. */
  readonly words?: string;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Searchable[];
  readonly required: boolean;
  readonly fault: string | undefined;
  /** In a cell it takes the keys at once; `typed` is what was typed to open it. */
  readonly inCell: boolean;
  readonly typed: string | undefined;
  /** What is said where no option has the words. */
  readonly none: string;
  readonly onChange: (key: string) => void;
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** One of many: the words that are typed narrow what is offered. */
export function SearchChoice({ id, label, value, options, required, fault, inCell, typed, none, onChange }: Props) {
  const listId = useId();
  const [words, setWords] = useState<string | null>(typed ?? null);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!inCell) return;
    input.current?.focus();
    if (typed === undefined) input.current?.select();
  }, [inCell, typed]);
  const open = words !== null;
  const wanted = plain(words?.trim() ?? "");
  const found = open ? options.filter(({ title }) => plain(title).includes(wanted)) : [];
  const active = found[at];
  useEffect(() => {
    if (open) document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [open, at, listId]);
  const look = (next: string | null) => {
    setWords(next);
    setAt(0);
  };
  const take = (option: Searchable) => {
    look(option.words ?? null);
    onChange(option.key);
  };
  const press = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!open && event.key === "ArrowDown") look("");
    else if (!open) return;
    else if (event.key === "Escape") look(null);
    else if (move) setAt((at + move + found.length) % Math.max(found.length, 1));
    else if (event.key === "Enter" && active) take(active);
    else {
      // Whoever types what is there and goes on to the next field means it.
      if (event.key === "Tab" && !event.shiftKey && wanted !== "" && active) take(active);
      return;
    }
    event.preventDefault();
    if (event.key !== "Escape") event.stopPropagation();
  };
  return (
    <div className="combo">
      <div className={`field ${fault ? "field-wrong" : ""}`}>
        <input
          ref={input}
          {...combobox({ id, listId, active: active && `${listId}-${at}`, open, label, required, fault })}
          value={words ?? options.find(({ key }) => key === value)?.title ?? value}
          onChange={(event) => look(event.target.value)}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => !open && look("")}
          onKeyDown={press}
          onBlur={() => look(null)}
        />
        <Glyph name="slim-arrow-down" size={12} />
      </div>
      {open && (
        <ComboList id={listId} label={label} count={found.length}>
          {found.map((option, index) => (
            <div key={option.key} id={`${listId}-${index}`} role="option" tabIndex={-1} aria-selected={index === at} className="menu-entry" onPointerDown={(event) => event.preventDefault()} onClick={() => take(option)} onKeyDown={() => undefined}>
              <span className="ellipsis">{option.title || "–"}</span>
            </div>
          ))}
          {found.length === 0 && <div className="menu-entry muted">{none}</div>}
        </ComboList>
      )}
    </div>
  );
}
