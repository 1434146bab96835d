import { isEntry } from "../../../contract/record.ts";
import { linkHref } from "../../record/address.ts";
import type { Show } from "../widget.ts";

export const show: Show = (value) => {
  if (!isEntry(value)) return <span className="ellipsis">{String(value)}</span>;
  const entity = String(value["entity"] ?? "");
  const id = String(value["id"] ?? "");
  return (
    <a href={linkHref(entity, id)} className="link ellipsis" tabIndex={-1} data-record={`${entity}/${id}`}>
      {String(value["label"] ?? entity)}
    </a>
  );
};
