import { isEntry } from "../../../contract/record.ts";
import type { Show } from "../widget.ts";

export const alignEnd = true;

/** The currency stands in a field beside it, if there is one. */
export const show: Show = (value, { digits, currency }, { record, formats }) => {
  const link = currency ? record[currency] : undefined;
  const code = isEntry(link) && typeof link["code"] === "string" ? link["code"] : undefined;
  return (
    <bdi dir="ltr" className="number">
      {formats.money(String(value), code, digits)}
    </bdi>
  );
};
