import { isEntry } from "../../../contract/record.ts";
import type { Show } from "../widget.ts";

/** A point as its latitude and longitude; other shapes by their kind. */
export const show: Show = (value, _, { formats }) => {
  const at = isEntry(value) ? value["coordinates"] : null;
  if (!isEntry(value) || value["type"] !== "Point" || !Array.isArray(at)) return <span>{isEntry(value) ? String(value["type"]) : ""}</span>;
  return <bdi dir="ltr">{[at[1], at[0]].map((each) => formats.number(String(each))).join(", ")}</bdi>;
};
