import type { Show } from "../widget.ts";

export const show: Show = (value) => (
  <a href={`mailto:${String(value)}`} className="ellipsis" onClick={(event) => event.stopPropagation()}>
    {String(value)}
  </a>
);
