import { currencyOf } from "../../record/currency.ts";
import type { Show } from "../widget.ts";

export const alignEnd = true;

/** In its currency, where that is known. */
export const show: Show = (value, field, { record, formats }) => (
  <bdi dir="ltr" className="number">
    {formats.money(String(value), currencyOf(field, record), field.digits)}
  </bdi>
);
