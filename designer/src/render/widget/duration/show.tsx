import type { Show } from "../widget.ts";

export const alignEnd = true;
export const show: Show = (value, _, { formats }) => <bdi className="number">{formats.duration(String(value))}</bdi>;
