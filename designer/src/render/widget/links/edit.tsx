import { useState } from "react";
import type { Entry, Json } from "../../../contract/record.ts";
import { isEntry } from "../../../contract/record.ts";
import { Glyph } from "../../icon/Glyph.tsx";
import { useWords } from "../../text/text.ts";
import { Combo } from "../LinkEdit.tsx";
import type { EditProps } from "../widget.ts";

/** Links to several records: each a word that can be taken away. */
export function Edit({ id, field, value, record, readOnly, fault, onChange }: EditProps) {
  const t = useWords();
  const [words, setWords] = useState<string | null>(null);
  const label = field.to?.label ?? "id";
  const chosen = (Array.isArray(value) ? value : []).filter(isEntry);
  const add = (next: Json) => {
    setWords(null);
    if (isEntry(next) && !chosen.some((each) => each["id"] === next["id"])) onChange([...chosen, next]);
  };
  const remove = (gone: Entry) => onChange(chosen.filter((each) => each !== gone));
  return (
    <Combo field={field} id={id} record={record} label={label} words={words} onTake={add} onClose={() => setWords(null)}>
      {({ listId, active, open, press }) => (
        <div className={`field field-tags ${fault ? "field-wrong" : ""} ${readOnly ? "field-read" : ""}`}>
          {chosen.map((each) => (
            <span key={String(each["id"])} className="chip">
              {String(each[label] ?? each["id"])}
              {!readOnly && (
                <button type="button" className="plain" aria-label={`${t("action.remove")} ${String(each[label])}`} onClick={() => remove(each)}>
                  <Glyph name="decline" size={12} />
                </button>
              )}
            </span>
          ))}
          {!readOnly && (
            <input
              id={id}
              role="combobox"
              autoComplete="off"
              aria-expanded={open}
              aria-controls={listId}
              aria-activedescendant={active}
              aria-label={field.title}
              value={words ?? ""}
              placeholder={chosen.length === 0 ? t("link.find", { title: field.to?.title ?? field.title }) : ""}
              onFocus={() => setWords("")}
              onBlur={() => setTimeout(() => setWords(null), 150)}
              onChange={(event) => setWords(event.target.value)}
              onKeyDown={(event) => {
                const last = chosen.at(-1);
                if (event.key === "Backspace" && !words && last) remove(last);
                else press(event);
              }}
            />
          )}
        </div>
      )}
    </Combo>
  );
}
