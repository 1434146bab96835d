import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Change, Json } from "../../contract/record.ts";
import type { Entity } from "../../contract/screen.ts";
import { get, placeOf, post } from "../../data/client.ts";
import { keeper } from "../../data/keeper.ts";
import { readHistory, recordsKey } from "../../data/records.ts";
import { Button } from "../../render/control/Button.tsx";
import { say } from "../../render/control/toast.ts";
import { useFormats } from "../../render/format/formats.ts";
import { showOf } from "../../render/widget/registry.ts";
import { type TextId, useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";

interface Props {
  readonly entity: Entity;
  readonly id: string;
}

/** What happened to the record, and what people say of it. */
export function SidePanel(props: Props) {
  const t = useWords();
  const { entity } = props;
  const tabs = [...(entity.features.comments ? (["comments"] as const) : []), ...(entity.features.audit ? (["history"] as const) : [])];
  const [tab, setTab] = useState<"comments" | "history">(tabs[0] ?? "history");
  return (
    <aside className="side-panel" aria-label={t("form.panel")}>
      <div className="tabs" role="tablist" aria-label={t("form.panel")}>
        {tabs.map((each) => (
          <button key={each} type="button" role="tab" aria-selected={each === tab} className="plain tab" onClick={() => setTab(each)}>
            {t(`form.${each}`)}
          </button>
        ))}
      </div>
      {tab === "comments" ? <Comments {...props} /> : <History {...props} />}
    </aside>
  );
}

interface Comment {
  readonly id: string;
  readonly text: string;
  readonly created_at?: string;
  readonly at?: string;
  readonly author?: { readonly name: string | null } | null;
  readonly created_by?: { readonly name: string | null } | string | null;
}

function Comments({ entity, id }: Props) {
  const t = useWords();
  const formats = useFormats();
  const [text, setText] = useState("");
  const place = `${placeOf(entity.entity)}/${id}/comments`;
  const queryKey = [...recordsKey(entity.entity), "comments", id];
  const { data = [] } = useQuery({ queryKey, queryFn: async ({ signal }) => (await get<{ data: readonly Comment[] }>(place, signal)).data });
  const add = useMutation({
    mutationFn: () => post(place, { text: text.trim() }),
    onSuccess: () => {
      setText("");
      return keeper.invalidateQueries({ queryKey });
    },
    onError: (failure) => say(wordsFor(failure, t), { tone: "negative" }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") add.mutate();
  };
  return (
    <div className="panel-body">
      {data.length === 0 && <p className="muted">{t("comments.none")}</p>}
      <ol className="feed">
        {data.map((comment) => {
          const by = comment.author ?? comment.created_by;
          const at = comment.created_at ?? comment.at;
          return (
            <li key={comment.id} className="feed-entry">
              <div className="feed-head">
                <strong>{typeof by === "object" ? by?.name : ""}</strong>
                {at && (
                  <time className="muted" dateTime={at} title={formats.dateTime(at)}>
                    {formats.ago(at)}
                  </time>
                )}
              </div>
              <p className="feed-text">{comment.text}</p>
            </li>
          );
        })}
      </ol>
      <form className="feed-form" onSubmit={submit}>
        <textarea
          value={text}
          rows={2}
          aria-label={t("comments.add")}
          placeholder={t("comments.add")}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        />
        <Button submits disabled={text.trim() === "" || add.isPending}>
          {t("comments.send")}
        </Button>
      </form>
    </div>
  );
}

const KNOWN = ["create", "update", "delete", "restore"];
const SHOWN = 8;

function History({ entity, id }: Props) {
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
