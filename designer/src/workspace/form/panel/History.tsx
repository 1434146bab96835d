import { useQuery } from "@tanstack/react-query";
import type { Change, Json } from "../../../contract/record.ts";
import type { Entity, Screen } from "../../../contract/screen.ts";
import { readHistory, recordsKey } from "../../../data/records.ts";
import { useFormats } from "../../../render/format/formats.ts";
import { Glyph } from "../../../render/icon/Glyph.tsx";
import { type TextId, useWords } from "../../../render/text/text.ts";
import { showOf } from "../../../render/widget/registry.ts";
import { agreedOn, takenOf } from "./taken.ts";

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
export function History({ entity, screen, id }: { readonly entity: Entity; readonly screen: Screen; readonly id: string }) {
  const t = useWords();
  const formats = useFormats();
  const { data = [] } = useQuery({ queryKey: [...recordsKey(entity.entity), "history", id], queryFn: ({ signal }) => readHistory(entity.entity, id, signal) });
  const words = (value: Json, label: string | null, field: string) => {
    if (value === null || value === "") return "–";
    const about = entity.fields[field];
    // What people call an option, the screen knows in their language.
    if (label !== null && !about?.options) return label;
    return about && !about.to ? showOf(about).show(value, about, { record: {}, formats, t }) : String(value);
  };
  const workflows = screen.workflows ?? [];
  const did = (change: Change, step: string | undefined) => {
    if (step !== undefined) return t("history.step", { step });
    const agreed = agreedOn(change, workflows);
    const action = KNOWN.includes(change.action) ? t(`history.${change.action}` as TextId) : change.action.replaceAll("_", " ");
    return agreed === null ? action : `${action} · ${agreed}`;
  };
  return (
    <div className="panel-body">
      {data.length === 0 && <p className="muted">{t("history.none")}</p>}
      <ol className="feed">
        {data.map((change, index) => {
          const taken = takenOf(change, workflows);
          // Of a step its states are said already.
          const changes = change.changes.filter(({ field }) => !taken.some((step) => step.field === field));
          return (
            <li key={`${change.at}${index}`} className="feed-entry">
              <div className="feed-head">
                <span>
                  <strong>{change.actor?.name ?? "–"}</strong> {did(change, taken[0]?.step)}
                </span>
                <time className="muted" dateTime={change.at} title={formats.dateTime(change.at)}>
                  {formats.ago(change.at)}
                </time>
              </div>
              {taken.map(({ step, from, to }, at) => (
                <div key={step} className="feed-step">
                  {at > 0 && <span>{step}: </span>}
                  <span className="muted">{from}</span> <Glyph name="arrow-right" size={12} turns /> <span className="unseen">{t("history.to")}</span> <strong>{to}</strong>
                </div>
              ))}
              {change.details?.comment && <blockquote className="feed-comment">{change.details.comment}</blockquote>}
              {change.action !== "create" && changes.length > 0 && (
                <dl className="feed-changes">
                  {changes.slice(0, SHOWN).map(({ field, title, old, new: now, oldLabel, newLabel }) => (
                    <div key={field}>
                      <dt className="muted">{entity.fields[field]?.title ?? title}</dt>
                      <dd>
                        {old !== null && <del>{words(old, oldLabel, field)}</del>} <ins>{words(now, newLabel, field)}</ins>
                      </dd>
                    </div>
                  ))}
                  {changes.length > SHOWN && <div className="muted">{t("history.more", { count: changes.length - SHOWN })}</div>}
                </dl>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
