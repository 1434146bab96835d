import type { Show } from "../widget.ts";

export const show: Show = (value) => <span className="number">{Array.isArray(value) ? value.length : ""}</span>;
