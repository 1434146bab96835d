import { LineEdit } from "../LineEdit.tsx";
import type { EditProps } from "../widget.ts";

export const Edit = (props: EditProps) => (
  <div className="row">
    <input type="color" className="color-well" aria-label={props.field.title} value={/^#[0-9a-f]{6}$/i.test(String(props.value)) ? String(props.value) : "#888888"} disabled={props.readOnly} onChange={(event) => props.onChange(event.target.value)} />
    <LineEdit {...props} />
  </div>
);
