import { DatePicker } from "@ui5/webcomponents-react/DatePicker";
import type { EditProps } from "../widget.ts";

export const Edit = ({ id, field, value, readOnly, required, fault, onChange }: EditProps) => (
  <DatePicker
    id={id}
    accessibleName={field.title}
    value={value === null ? "" : String(value).slice(0, 10)}
    valueFormat="yyyy-MM-dd"
    displayFormat="medium"
    readonly={readOnly}
    required={required}
    valueState={fault ? "Negative" : "None"}
    {...(fault && { valueStateMessage: <span>{fault}</span> })}
    {...(typeof field.min === "string" && /^\d{4}-\d\d-\d\d$/.test(field.min) && { minDate: field.min })}
    {...(typeof field.max === "string" && /^\d{4}-\d\d-\d\d$/.test(field.max) && { maxDate: field.max })}
    onChange={({ detail }) => detail.valid && onChange(detail.value === "" ? null : detail.value)}
  />
);
