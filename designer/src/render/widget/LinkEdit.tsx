import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import type { Entry, Json } from "../../contract/record.ts";
import { idOf, isEntry } from "../../contract/record.ts";
import type { Field } from "../../contract/screen.ts";
import { Refusal } from "../../data/client.ts";
import { create } from "../../data/records.ts";
import { labelQuery, offeredQuery } from "../../data/labels.ts";
import { entityQuery } from "../../data/screens.ts";
import { combobox } from "../control/combobox.ts";
import { ComboList } from "../control/ComboList.tsx";
import { say } from "../control/toast.ts";
import { Glyph } from "../icon/Glyph.tsx";
import { linkHref } from "../record/address.ts";
import { linkFilter } from "../record/linkFilter.ts";
import { useWords } from "../text/text.ts";
import { wordsFor } from "../view/Problem.tsx";
import type { EditProps } from "./widget.ts";

const QuickMake = lazy(() => import("./QuickMake.tsx"));

const PAUSE = 150;
const NONE: readonly Entry[] = [];

/** A link: found while typing, made in place, opened beside. */
export function LinkEdit({ id, field, value, record, readOnly, required, fault, onlyFinds = false, inCell, typed, onChange, onDone }: EditProps) {
  const t = useWords();
  const [words, setWords] = useState<string | null>(typed ?? null);
  const { to } = field;
  const label = to?.label ?? "id";
  const chosen = idOf(value);
  const known = isEntry(value) ? value[label] : undefined;
  const named = useQuery({ ...labelQuery(to?.entity ?? "", label, chosen ?? ""), enabled: chosen !== null && known === undefined && to?.label !== undefined }).data;
  const text = words ?? String(known ?? named ?? "");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (inCell) {
      input.current?.focus();
      if (typed === undefined) input.current?.select();
    }
  }, [inCell, typed]);
  const take = (next: Json, isLeft = false) => {
    setWords(null);
    onChange(next);
    if (!isLeft) onDone?.();
  };
  return (
    <Combo field={field} id={id} record={record} label={label} words={words} onlyFinds={onlyFinds} onTake={take} onClose={() => setWords(null)}>
      {({ listId, active, open, press, leave }) => (
        <div className={`field field-link ${fault ? "field-wrong" : ""} ${readOnly ? "field-read" : ""}`}>
          <input
            ref={input}
            {...combobox({ id, listId, active, open, label: field.title, required, fault })}
            readOnly={readOnly}
            value={text}
            placeholder={readOnly ? "" : (field.placeholder ?? t("link.find", { title: to?.title ?? field.title }))}
            onChange={(event) => setWords(event.target.value)}
            // What is typed takes the place of the name.
            onFocus={(event) => !readOnly && event.currentTarget.select()}
            onClick={() => !readOnly && words === null && setWords(text === "" ? "" : null)}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown" && words === null && !readOnly) {
                event.preventDefault();
                setWords("");
              } else press(event);
            }}
            onBlur={() => {
              if (words === "" && text === "" && chosen !== null && input.current?.value === "") onChange(null);
              leave();
            }}
          />
          {chosen !== null && !readOnly && !required && !inCell && (
            <button type="button" className="plain field-button" aria-label={t("link.clear", { title: field.title })} onClick={() => take(null)}>
              <Glyph name="decline" size={12} />
            </button>
          )}
          {chosen !== null && to && !inCell && (
            <a className="field-button" href={linkHref(to.entity, chosen)} data-record={`${to.entity}/${chosen}`} aria-label={t("link.open", { label: text })}>
              <Glyph name="arrow-right" size={14} turns />
            </a>
          )}
        </div>
      )}
    </Combo>
  );
}

interface ComboProps {
  readonly field: Field;
  readonly id: string;
  readonly record: Entry;
  readonly label: string;
  /** What is typed; null while nobody looks for anything. */
  readonly words: string | null;
  readonly onlyFinds: boolean;
  /** `isLeft` where one has gone on to the next field already. */
  readonly onTake: (value: Json, isLeft?: boolean) => void;
  readonly onClose: () => void;
  readonly children: (state: { listId: string; active: string | undefined; open: boolean; press: (event: KeyboardEvent) => void; leave: () => void }) => React.ReactNode;
}

/** A field with what it offers below. */
export function Combo({ field, record, label, words, onlyFinds, onTake, onClose, children }: ComboProps) {
  const t = useWords();
  const listId = useId();
  const [at, setAt] = useState(0);
  const asked = useLater(words ?? "");
  const entity = field.to?.entity ?? "";
  const filter = linkFilter(field.filter, record);
  const offered = useQuery({ ...offeredQuery({ entity, label, words: asked.trim(), filter }), enabled: words !== null && entity !== "" && field.to?.label !== undefined });
  const open = words !== null;
  const records = open ? (offered.data ?? NONE) : NONE;
  const typed = words?.trim() ?? "";
  // Only once it is known that there is none: what was found for other words says nothing.
  const isKnown = offered.isSuccess && !offered.isFetching && asked.trim() === typed;
  const [refused, setRefused] = useState<{ readonly text: string; readonly failure: Refusal } | null>(null);
  const mayMake = useQuery({ ...entityQuery(entity), enabled: open && !onlyFinds && entity !== "" }).data?.may["create"];
  const canMake = mayMake !== undefined && mayMake !== "none" && open && typed !== "" && isKnown && !records.some((each) => String(each[label]).toLowerCase() === typed.toLowerCase());
  useEffect(() => setAt(0), [asked]);
  /** The key that was pressed before what was typed was looked for: what showed until then was found for other words. */
  const [early, setEarly] = useState<"Enter" | "Tab" | null>(null);
  useEffect(() => setEarly(null), [words]);
  useEffect(() => {
    if (early === null || !isKnown) return;
    setEarly(null);
    const [found] = records;
    if (found) onTake(found, early === "Tab");
    else if (early === "Tab") onClose();
  });
  const waits = useRef(early);
  waits.current = early;
  // What is chosen with the mouse is told after the field was left.
  const leave = () => void setTimeout(() => waits.current === null && onClose(), PAUSE);
  const make = async () => {
    try {
      const made = await create(entity, { [label]: typed }, crypto.randomUUID());
      onTake({ id: String(made["id"]), [label]: typed });
    } catch (refused) {
      // A name alone may be too little.
      if (refused instanceof Refusal && refused.faults.length > 0) setRefused({ text: typed, failure: refused });
      else say(wordsFor(refused, t), { tone: "negative" });
    }
  };
  const take = (index: number) => {
    const chosen = records[index];
    if (chosen) onTake(chosen);
    else if (canMake && index === records.length) void make();
  };
  /** Whoever types what is there and goes on to the next field means it. */
  const takeAndGo = () => {
    const chosen = records[at];
    if (!isKnown) setEarly("Tab");
    else if (chosen) onTake(chosen, true);
  };
  const count = records.length + (canMake ? 1 : 0);
  const press = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === "Escape") {
      event.preventDefault();
      onClose();
      return;
    }
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) setAt((at + move + count) % Math.max(count, 1));
    else if (event.key === "Enter" && !isKnown && typed !== "") setEarly("Enter");
    else if (event.key === "Enter" && count > 0) take(at);
    else {
      if (event.key === "Tab" && !event.shiftKey && typed !== "") takeAndGo();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="combo">
      {children({ listId, open, active: open && count > 0 ? `${listId}-${at}` : undefined, press, leave })}
      {open && (
        <ComboList id={listId} label={field.title} count={isKnown ? count : null}>
          {records.map((each, index) => (
            <div key={String(each["id"])} id={`${listId}-${index}`} role="option" tabIndex={-1} aria-selected={index === at} className="menu-entry" onPointerDown={(event) => event.preventDefault()} onClick={() => take(index)} onKeyDown={() => undefined}>
              <span className="ellipsis">{String(each[label] ?? each["id"])}</span>
            </div>
          ))}
          {offered.isSuccess && records.length === 0 && !canMake && <div className="menu-entry muted">{t("link.none")}</div>}
          {canMake && (
            <div id={`${listId}-${records.length}`} role="option" tabIndex={-1} aria-selected={at === records.length} className="menu-entry" onPointerDown={(event) => event.preventDefault()} onClick={() => void make()} onKeyDown={() => undefined}>
              <Glyph name="add" size={14} /> <span className="ellipsis">{t("link.create", { label: typed })}</span>
            </div>
          )}
        </ComboList>
      )}
      {refused && (
        <Suspense>
          <QuickMake
            entity={entity}
            label={label}
            {...refused}
            onClose={() => setRefused(null)}
            onMade={(made) => {
              setRefused(null);
              onTake(made);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

function useLater(value: string): string {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}
