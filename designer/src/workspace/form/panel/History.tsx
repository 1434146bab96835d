import { useQuery } from "@tanstack/react-query";
import type { Change, Json } from "../../../contract/record.ts";
import type { Entity } from "../../../contract/screen.ts";
import { readHistory, recordsKey } from "../../../data/records.ts";
import { useFormats } from "../../../render/format/formats.ts";
import { type TextId, useWords } from "../../../render/text/text.ts";
import { showOf } from "../../../render/widget/registry.ts";

const KNOWN = [
  "create",
  "update",
  "delete",
  "restore",
  "transition",
  "approval_asked",
  "approval_given",
  "approval_refused",
  "approval_returned",
  "approval_reassigned",
];
const SHOWN = 8;

/** What happened to the record, in words. */
export function History({ entity, id }: { readonly entity: Entity; readonly id: string }) {
  const t = useWords();
  const formats = useFormats();
  const { data = [] } = useQuery({ queryKey: [...recordsKey(entity.entity), "history", id], queryFn: ({ signal }) => readHistory(entity.entity, id, signal) });
  const words = (value: Json, label: string | null, field: string) => {
    if (label !== null) return label;
    if (value === null || value === "") return "–";
    const about = entity.fields[field];
    return about && !about.to ? showOf(about).show(value, about, { record: {}, formats, t }) : String(value);
  };
  const did = ({ action }: Change) => (KNOWN.includes(action) ? t(`history.${action}` as TextId) : action.replaceAll("_", " "));
  return (
    <div className="panel-body">
      {data.length === 0 && <p className="muted">{t("history.none")}</p>}
      <ol className="feed">
        {data.map((change, index) => (
          <li key={`${change.at}${index}`} className="feed-entry">
            <div className="feed-head">
              <span>
                <strong>{change.actor?.name ?? "–"}</strong> {did(change)}
              </span>
              <time className="muted" dateTime={change.at} title={formats.dateTime(change.at)}>
                {formats.ago(change.at)}
              </time>
            </div>
            {change.details?.comment && <blockquote className="feed-comment">{change.details.comment}</blockquote>}
            {change.action !== "create" && (
              <dl className="feed-changes">
                {change.changes.slice(0, SHOWN).map(({ field, title, old, new: now, oldLabel, newLabel }) => (
                  <div key={field}>
                    <dt className="muted">{title}</dt>
                    <dd>
                      {old !== null && <del>{words(old, oldLabel, field)}</del>} <ins>{words(now, newLabel, field)}</ins>
                    </dd>
                  </div>
                ))}
                {change.changes.length > SHOWN && <div className="muted">{t("history.more", { count: change.changes.length - SHOWN })}</div>}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
