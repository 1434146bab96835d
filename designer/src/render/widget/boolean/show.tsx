import { Glyph } from "../../icon/Glyph.tsx";
import type { Show } from "../widget.ts";

export const show: Show = (value, _, { t }) => (
  <span className={value === true ? "flag flag-on" : "flag"}>
    <Glyph name={value === true ? "accept" : "less"} size={14} />
    <span className="unseen">{t(value === true ? "value.true" : "value.false")}</span>
  </span>
);
