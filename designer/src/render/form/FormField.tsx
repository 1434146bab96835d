import { Suspense } from "react";
import type { Field, Placed } from "../../contract/screen.ts";
import type { Row } from "../expression/evaluate.ts";
import { holds } from "../expression/evaluate.ts";
import { Value, valueAt } from "../record/Value.tsx";
import { isPlain } from "../widget/plain.ts";
import { editorOf, isWide } from "../widget/registry.ts";
import { Computed } from "./Computed.tsx";
import type { BodyProps } from "./FormBody.tsx";

type Props = BodyProps & { readonly placed: Placed; readonly row: Row };

/** One field of a form: its label, its editor, what is wrong with it. */
export function FormField({ screen, fields, state, faults, readOnly, placed, row }: Props) {
  const found = screen.fields[placed.field] ?? fields[placed.field];
  if (!found) return null;
  const field: Field = { ...found, ...(placed.title && { title: placed.title }), ...(placed.widget && { widget: placed.widget }), ...(placed.placeholder && { placeholder: placed.placeholder }), ...(placed.help && { help: placed.help }) };
  const rule = (name: "readOnly" | "required") => holds(field[name], [row], state.where) || holds(placed[name], [row], state.where);
  const isNew = state.record["id"] === undefined;
  const fixed = readOnly || field.system === true || field.formula !== undefined || field.type === "lookup" || placed.field.includes(".") || (field.setOnce === true && !isNew) || rule("readOnly");
  const required = !fixed && rule("required");
  const id = `field-${placed.field.replaceAll(".", "-")}`;
  const value = placed.field.includes(".") ? valueAt(state.record, placed.field) : (state.record[placed.field] ?? null);
  const fault = state.unread.words[placed.field] ?? faults[placed.field];
  const inside = Object.entries(faults).filter(([path]) => path.startsWith(`${placed.field}[`));
  const { help } = field;
  const plain = isPlain(field, value, fixed);
  const Editor = editorOf(field);
  return (
    <div className={`form-field ${isWide(field) ? "form-wide" : ""}`} data-field={placed.field}>
      <label className={required ? "label label-required" : "label"} {...(plain ? {} : { htmlFor: id })} id={`${id}-label`}>
        {field.title}
      </label>
      {plain ? (
        <Computed title={field.title} labelled={`${id}-label`} isSaid={field.formula !== undefined && state.isDirty}>
          <Value value={value} field={field} record={state.record} />
        </Computed>
      ) : (
        <Suspense fallback={<div className="field field-waiting" />}>
          <Editor id={id} entity={screen.entity} name={placed.field} field={field} value={value} record={state.record} readOnly={fixed} required={required} fault={fault} {...(inside.length > 0 && { faults: Object.fromEntries(inside.map(([path, words]) => [path.slice(placed.field.length), words])) })} onChange={(next) => state.set(placed.field, next)} onUnread={(words) => state.unread.tell(placed.field, words)} />
        </Suspense>
      )}
      {fault && (
        // What the engine refused is said above the form, and again where the focus goes; what is no value, only here.
        <small id={`${id}-fault`} className="form-fault" {...(state.unread.words[placed.field] && { role: "alert" })}>
          {fault}
        </small>
      )}
      {help && !fault && <small id={`${id}-help`} className="muted form-help">{help}</small>}
    </div>
  );
}
