import type { Json } from "../../../contract/record.ts";
import type { Field } from "../../../contract/screen.ts";
import type { Formats } from "../../format/formats.ts";
import type { Words } from "../../text/text.ts";
import { typeOf } from "../../widget/typeOf.ts";

/** A value of a group in words. */
export const titleWith = (formats: Formats, t: Words) => (field: Field, value: Json) => {
  if (value === null || value === "") return "";
  const option = field.options?.find(({ key }) => key === value);
  if (option) return option.title;
  if (typeof value === "boolean") return t(value ? "value.true" : "value.false");
  return typeOf(field) === "date" ? formats.date(String(value)) : String(value);
};
