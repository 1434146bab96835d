import { DatePicker } from "@ui5/webcomponents-react/DatePicker";
import { useLocale } from "../../text/text.ts";
import { exampleOf } from "../example.ts";
import type { EditProps } from "../widget.ts";

export function Edit({ id, field, value, readOnly, required, fault, onChange }: EditProps) {
  const locale = useLocale();
  return (
    <DatePicker
      id={id}
      accessibleName={field.title}
      placeholder={field.placeholder ?? exampleOf(locale, { dateStyle: "medium" })}
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
}
