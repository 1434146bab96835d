import { TimePicker } from "@ui5/webcomponents-react/TimePicker";
import type { EditProps } from "../widget.ts";

const LENGTH = 8;

export const Edit = ({ id, field, value, readOnly, required, fault, onChange }: EditProps) => (
  <TimePicker
    id={id}
    accessibleName={field.title}
    value={value === null ? "" : String(value).slice(0, LENGTH)}
    valueFormat="HH:mm:ss"
    displayFormat="short"
    readonly={readOnly}
    required={required}
    valueState={fault ? "Negative" : "None"}
    {...(fault && { valueStateMessage: <span>{fault}</span> })}
    onChange={({ detail }) => detail.valid && onChange(detail.value === "" ? null : detail.value)}
  />
);
