import { DateTimePicker } from "@ui5/webcomponents-react/DateTimePicker";
import { localOf, momentOf } from "../../expression/zone.ts";
import { Moment, readMoment, textOf } from "../../expression/value.ts";
import { useFormats } from "../../format/formats.ts";
import { EVENING } from "../example.ts";
import { useWords } from "../../text/text.ts";
import type { EditProps } from "../widget.ts";

const SECONDS = 19;

/** A moment, as a clock in the user's time zone shows it. */
export function Edit({ id, field, value, readOnly, required, fault, onChange, onUnread }: EditProps) {
  const formats = useFormats();
  const t = useWords();
  const example = formats.dateTime(EVENING);
  const { zone } = formats.preferred;
  const local = value === null ? "" : textOf(new Moment(localOf(readMoment(String(value)), zone))).slice(0, SECONDS);
  const time = /:\d\d:(?!00)\d\d$/.test(local) ? formats.timePattern.replace("mm", "mm:ss") : formats.timePattern;
  const change = (text: string) => {
    if (text === "") return onChange(null);
    const moment = momentOf(readMoment(text).micros, zone);
    if (moment) onChange(textOf(moment));
  };
  return (
    <DateTimePicker
      id={id}
      accessibleName={field.title}
      {...(field.help && { accessibleDescription: field.help })}
      placeholder={field.placeholder ?? example}
      value={local}
      valueFormat="yyyy-MM-dd'T'HH:mm:ss"
      // As lists and cells write it; seconds only where there are some.
      displayFormat={`${formats.datePattern} ${time}`}
      readonly={readOnly}
      required={required}
      valueState={fault ? "Negative" : "None"}
      {...(fault && { valueStateMessage: <span>{fault}</span> })}
      onChange={({ detail }) => (detail.valid ? change(detail.value) : onUnread?.(t("date.wrong", { example })))}
    />
  );
}
