import type { Show } from "../widget.ts";

export const show: Show = (value) => (
  <bdi dir="ltr" className="number ellipsis">
    {String(value)}
  </bdi>
);
