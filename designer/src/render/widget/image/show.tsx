import { idOf, isEntry } from "../../../contract/record.ts";
import { base } from "../../../data/client.ts";
import type { Show } from "../widget.ts";

export const show: Show = (value, { title }) => {
  const id = idOf(value);
  return id ? <img className="cell-image" src={`${base}/api/files/${id}/preview?size=64`} alt={isEntry(value) ? String(value["name"] ?? title) : title} loading="lazy" /> : null;
};
