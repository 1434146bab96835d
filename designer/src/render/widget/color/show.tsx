import type { Show } from "../widget.ts";

export const show: Show = (value) => (
  <span className="row">
    <span className="swatch" style={{ background: String(value) }} aria-hidden="true" />
    <bdi dir="ltr">{String(value)}</bdi>
  </span>
);
