import "../../form/form.css";
import type { Entry, Json } from "../../../contract/record.ts";
import type { Field, Fields } from "../../../contract/screen.ts";
import { Button } from "../../control/Button.tsx";
import { Dialog } from "../../control/Dialog.tsx";
import { holds } from "../../expression/evaluate.ts";
import { useUnread } from "../../form/unread.ts";
import { useCircumstances } from "../../record/circumstances.ts";
import { rowOf } from "../../record/row.ts";
import { Value } from "../../record/Value.tsx";
import { useWords } from "../../text/text.ts";
import { FieldEdit } from "../FieldEdit.tsx";
import { isPlain } from "../plain.ts";
import { isWide } from "../registry.ts";

interface Props {
  readonly id: string;
  /** The entity of the lines. */
  readonly entity: string;
  readonly number: number;
  readonly fields: Fields;
  readonly line: Entry;
  /** What the line belongs to. */
  readonly record: Entry;
  readonly isFixed: (field: readonly [string, Field]) => boolean;
  /** What is wrong in this line, by the path from here: `parts[0].name`. */
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: Json) => void;
  readonly onClose: () => void;
}

/** One line with all its fields: also those that have no room in a cell, such as pictures, long texts and lines of its own. */
export default function LineDialog({ id, entity, number, fields, line, record, isFixed, faults, onChange, onClose }: Props) {
  const t = useWords();
  const where = useCircumstances();
  const unread = useUnread();
  const rows = [rowOf(line), rowOf(record)];
  const shown = Object.entries(fields).filter(([, field]) => holds(field.visible, rows, where, true));
  const inside = (name: string) => Object.fromEntries(Object.entries(faults).flatMap(([path, words]) => (path.startsWith(`${name}[`) ? [[path.slice(name.length), words] as const] : [])));
  return (
    <Dialog
      wide
      title={t("lines.rowNumber", { number })}
      onClose={onClose}
      footer={
        <Button design="Emphasized" disabled={unread.isAny} onPress={onClose}>
          {t("lines.done")}
        </Button>
      }
    >
      <div className="line-fields">
        {shown.map(([name, field]) => {
          const value = line[name] ?? null;
          const fixed = isFixed([name, field]);
          if (isPlain(field, value, fixed)) {
            return (
              <div key={name} className={`form-field ${isWide(field) ? "form-wide" : ""}`} data-field={name}>
                <span className="label" id={`${id}-${name}-label`}>
                  {field.title}
                </span>
                <output className="form-value" aria-labelledby={`${id}-${name}-label`}>
                  <Value value={value} field={field} record={line} />
                </output>
              </div>
            );
          }
          return (
            <FieldEdit
              key={name}
              id={`${id}-${name}`}
              entity={entity}
              name={name}
              field={field}
              value={value}
              record={{ ...line, record }}
              readOnly={fixed}
              required={!fixed && holds(field.required, rows, where)}
              fault={unread.words[name] ?? faults[name]}
              faults={inside(name)}
              onChange={(next) => {
                unread.forget([name]);
                onChange(name, next);
              }}
              onUnread={(words) => unread.tell(name, words)}
            />
          );
        })}
      </div>
    </Dialog>
  );
}
