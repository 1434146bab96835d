import { Value } from "../../record/Value.tsx";
import type { EditProps } from "../widget.ts";

/** Shown, not changed. */
export const Edit = ({ id, field, value, record }: EditProps) => (
  <div id={id} className="field field-read">
    <Value value={value} field={field} record={record} />
  </div>
);
