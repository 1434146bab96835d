import type { Show } from "../widget.ts";

export const show: Show = (value, _, { formats }) => <bdi className="number">{formats.dateTime(String(value))}</bdi>;
