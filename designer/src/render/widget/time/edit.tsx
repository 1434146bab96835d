import { TimePicker } from "@ui5/webcomponents-react/TimePicker";
import { useFormats } from "../../format/formats.ts";
import { EVENING } from "../example.ts";
import { useWords } from "../../text/text.ts";
import type { EditProps } from "../widget.ts";

const LENGTH = 8;

export function Edit({ id, field, value, readOnly, required, fault, onChange, onUnread }: EditProps) {
  const formats = useFormats();
  const t = useWords();
  const example = formats.time(EVENING.slice(11));
  return (
    <TimePicker
      id={id}
      accessibleName={field.title}
      {...(field.help && { accessibleDescription: field.help })}
      placeholder={field.placeholder ?? example}
      value={value === null ? "" : String(value).slice(0, LENGTH)}
      valueFormat="HH:mm:ss"
      displayFormat={formats.timePattern}
      readonly={readOnly}
      required={required}
      valueState={fault ? "Negative" : "None"}
      {...(fault && { valueStateMessage: <span>{fault}</span> })}
      onChange={({ detail }) => (detail.valid ? onChange(detail.value === "" ? null : detail.value) : onUnread?.(t("time.wrong", { example })))}
    />
  );
}
