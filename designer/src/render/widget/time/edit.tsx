import { TimePicker } from "@ui5/webcomponents-react/TimePicker";
import { useLocale } from "../../text/text.ts";
import { exampleOf } from "../example.ts";
import type { EditProps } from "../widget.ts";

const LENGTH = 8;

export function Edit({ id, field, value, readOnly, required, fault, onChange }: EditProps) {
  const locale = useLocale();
  return (
    <TimePicker
      id={id}
      accessibleName={field.title}
      placeholder={field.placeholder ?? exampleOf(locale, { timeStyle: "short" })}
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
}
