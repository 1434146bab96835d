import { useQuery } from "@tanstack/react-query";
import { isEntry } from "../../../contract/record.ts";
import { anyLabelQuery } from "../../../data/anyLabels.ts";
import { linkHref } from "../../record/address.ts";
import type { Show } from "../widget.ts";

export const show: Show = (value) => {
  if (!isEntry(value)) return <span className="ellipsis">{String(value)}</span>;
  return <AnyRecord entity={String(value["entity"] ?? "")} id={String(value["id"] ?? "")} />;
};

/** A record by its name; by its entity where the name may not be known. */
function AnyRecord({ entity, id }: { readonly entity: string; readonly id: string }) {
  const { data } = useQuery(anyLabelQuery(entity, id));
  if (data === undefined) return <span className="muted">…</span>;
  if (data === null) return <span className="muted ellipsis">{entity}</span>;
  return (
    <a href={linkHref(entity, id)} className="link ellipsis" tabIndex={-1} data-record={`${entity}/${id}`}>
      {data}
    </a>
  );
}
