import { isEntry } from "../../../contract/record.ts";
import type { Show } from "../widget.ts";

export const show: Show = (value) => <span className="ellipsis">{isEntry(value) ? String(value["name"] ?? "") : String(value)}</span>;
