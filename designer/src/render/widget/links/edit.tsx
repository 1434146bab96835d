import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Entry, Json } from "../../../contract/record.ts";
import { isEntry } from "../../../contract/record.ts";
import type { Field } from "../../../contract/screen.ts";
import { labelQuery } from "../../../data/labels.ts";
import { combobox } from "../../control/combobox.ts";
import { Glyph } from "../../icon/Glyph.tsx";
import { useWords } from "../../text/text.ts";
import { Combo } from "../LinkEdit.tsx";
import type { EditProps } from "../widget.ts";

/** What a linked record is called, read where only its id is known. */
function Name({ record, field }: { readonly record: Entry; readonly field: Field }) {
  const { entity = "", label = "" } = field.to ?? {};
  const id = String(record["id"]);
  const known = record[label];
  const { data } = useQuery({ ...labelQuery(entity, label, id), enabled: known === undefined && label !== "" });
  return <>{String(known ?? data ?? id)}</>;
}

/** Links to several records: each a word that can be taken away. */
export function Edit({ id, field, value, record, readOnly, required, fault, onlyFinds = false, onChange }: EditProps) {
  const t = useWords();
  const [words, setWords] = useState<string | null>(null);
  const label = field.to?.label ?? "id";
  const given = Array.isArray(value) ? value : [];
  const chosen = given.map((each): Entry => (isEntry(each) ? each : { id: each }));
  const add = (next: Json) => {
    setWords(null);
    if (isEntry(next) && !chosen.some((each) => each["id"] === next["id"])) onChange([...chosen, next]);
  };
  const remove = (gone: Entry) => onChange(chosen.filter((each) => each !== gone));
  return (
    <Combo field={field} id={id} record={record} label={label} words={words} onlyFinds={onlyFinds} onTake={add} onClose={() => setWords(null)}>
      {({ listId, active, open, press, leave }) => (
        <div className={`field field-tags ${fault ? "field-wrong" : ""} ${readOnly ? "field-read" : ""}`}>
          {chosen.map((each) => (
            <span key={String(each["id"])} className="chip">
              <Name record={each} field={field} />
              {!readOnly && (
                <button type="button" className="plain" aria-label={`${t("action.remove")} ${String(each[label] ?? "")}`} onClick={() => remove(each)}>
                  <Glyph name="decline" size={12} />
                </button>
              )}
            </span>
          ))}
          {!readOnly && (
            <input
              {...combobox({ id, listId, active, open, label: field.title, required, fault })}
              value={words ?? ""}
              placeholder={chosen.length === 0 ? t("link.find", { title: field.to?.title ?? field.title }) : ""}
              onFocus={() => setWords("")}
              onBlur={leave}
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
