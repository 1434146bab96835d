import { DatePicker } from "@ui5/webcomponents-react/DatePicker";
import { useFormats } from "../../format/formats.ts";
import { DAY } from "../example.ts";
import { useWords } from "../../text/text.ts";
import type { EditProps } from "../widget.ts";

const SENT = /^\d{4}-\d\d-\d\d$/;

export function Edit({ id, field, value, readOnly, required, fault, onChange, onUnread }: EditProps) {
  const formats = useFormats();
  const t = useWords();
  const example = formats.date(DAY);
  return (
    <DatePicker
      id={id}
      accessibleName={field.title}
      {...(field.help && { accessibleDescription: field.help })}
      placeholder={field.placeholder ?? example}
      value={value === null ? "" : String(value).slice(0, 10)}
      valueFormat="yyyy-MM-dd"
      // As lists and cells write it, so that what is seen there can be typed here.
      displayFormat={formats.datePattern}
      readonly={readOnly}
      required={required}
      valueState={fault ? "Negative" : "None"}
      {...(fault && { valueStateMessage: <span>{fault}</span> })}
      {...(typeof field.min === "string" && /^\d{4}-\d\d-\d\d$/.test(field.min) && { minDate: field.min })}
      {...(typeof field.max === "string" && /^\d{4}-\d\d-\d\d$/.test(field.max) && { maxDate: field.max })}
      onChange={({ detail: { value: typed } }) => {
        // A day that is too early or too late is a value, and the engine says what is wrong with it.
        if (typed === "" || SENT.test(typed)) onChange(typed === "" ? null : typed);
        else onUnread?.(t("date.wrong", { example }));
      }}
    />
  );
}
