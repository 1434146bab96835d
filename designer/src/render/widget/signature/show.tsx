import { idOf } from "../../../contract/record.ts";
import { base } from "../../../data/client.ts";
import type { Show } from "../widget.ts";

export const show: Show = (value, { title }) => {
  const id = idOf(value);
  return id ? <img className="cell-image" src={`${base}/api/files/${id}/preview?size=128`} alt={title} loading="lazy" /> : null;
};
