import type { Show } from "../widget.ts";

export const show: Show = (value) => (
  <a href={`tel:${String(value).replace(/[^+\d]/g, "")}`} className="ellipsis" onClick={(event) => event.stopPropagation()}>
    <bdi dir="ltr">{String(value)}</bdi>
  </a>
);
