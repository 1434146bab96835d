import { isEntry } from "../../../contract/record.ts";
import { linkHref } from "../../record/address.ts";
import type { Show } from "../widget.ts";

export const show: Show = (value, { to }) => {
  if (!isEntry(value)) return <span className="muted">…</span>;
  const label = String(value[to?.label ?? "id"] ?? value["id"] ?? "");
  const href = to && linkHref(to.entity, String(value["id"]));
  if (!href) return <span className="ellipsis">{label}</span>;
  return (
    <a href={href} className="link ellipsis" tabIndex={-1} data-record={`${to.entity}/${String(value["id"])}`}>
      {label}
    </a>
  );
};
