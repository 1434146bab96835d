import { Suspense } from "react";
import { type EditProps } from "./widget.ts";
import { editorOf, isWide } from "./registry.ts";

/** The editor of a field with its title above and what is wrong with it below, as dialogs show it. */
export function FieldEdit(props: EditProps) {
  const { id, name, field, required, fault } = props;
  const Editor = editorOf(field);
  return (
    <div className={`form-field ${isWide(field) ? "form-wide" : ""}`} data-field={name}>
      <label htmlFor={id} id={`${id}-label`} className={required ? "label label-required" : "label"}>
        {field.title}
      </label>
      <Suspense fallback={<div className="field field-waiting" />}>
        <Editor {...props} />
      </Suspense>
      {fault && (
        <small id={`${id}-fault`} className="form-fault" role="alert">
          {fault}
        </small>
      )}
      {field.help && !fault && (
        <small id={`${id}-help`} className="muted form-help">
          {field.help}
        </small>
      )}
    </div>
  );
}
