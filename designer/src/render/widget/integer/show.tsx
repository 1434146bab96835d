import type { Show } from "../widget.ts";

export const alignEnd = true;
export const show: Show = (value, { digits, unit }, { formats }) => (
  <bdi dir="ltr" className="number">
    {formats.number(String(value), digits)}
    {unit && <span className="muted"> {unit}</span>}
  </bdi>
);
