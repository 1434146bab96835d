import type { Show } from "../widget.ts";

export const show: Show = (value, _, { formats }) => <bdi className="number">{formats.time(String(value))}</bdi>;
