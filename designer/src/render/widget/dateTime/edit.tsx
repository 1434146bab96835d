import { DateTimePicker } from "@ui5/webcomponents-react/DateTimePicker";
import { localOf, momentOf } from "../../expression/zone.ts";
import { Moment, readMoment, textOf } from "../../expression/value.ts";
import { useFormats } from "../../format/formats.ts";
import { useLocale } from "../../text/text.ts";
import { exampleOf } from "../example.ts";
import type { EditProps } from "../widget.ts";

const SECONDS = 19;

/** A moment, as a clock in the user's time zone shows it. */
export function Edit({ id, field, value, readOnly, required, fault, onChange }: EditProps) {
  const { zone } = useFormats().preferred;
  const locale = useLocale();
  const local = value === null ? "" : textOf(new Moment(localOf(readMoment(String(value)), zone))).slice(0, SECONDS);
  const change = (text: string) => {
    if (text === "") return onChange(null);
    const moment = momentOf(readMoment(text).micros, zone);
    if (moment) onChange(textOf(moment));
  };
  return (
    <DateTimePicker
      id={id}
      accessibleName={field.title}
      placeholder={field.placeholder ?? exampleOf(locale, { dateStyle: "medium", timeStyle: "medium" })}
      value={local}
      valueFormat="yyyy-MM-dd'T'HH:mm:ss"
      displayFormat="medium"
      readonly={readOnly}
      required={required}
      valueState={fault ? "Negative" : "None"}
      {...(fault && { valueStateMessage: <span>{fault}</span> })}
      onChange={({ detail }) => detail.valid && change(detail.value)}
    />
  );
}
