import type { Show } from "../widget.ts";

export const show: Show = (value) => <span className="ellipsis">{typeof value === "object" ? JSON.stringify(value) : String(value)}</span>;
