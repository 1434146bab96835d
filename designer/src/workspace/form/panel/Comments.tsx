import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import type { Entity } from "../../../contract/screen.ts";
import { ask, get, placeOf, post } from "../../../data/client.ts";
import { keeper } from "../../../data/keeper.ts";
import { recordsKey } from "../../../data/records.ts";
import { useMe } from "../../../data/session.ts";
import { announce } from "../../../render/control/announce.ts";
import { Button } from "../../../render/control/Button.tsx";
import { useKept } from "../../../render/control/kept.ts";
import { say } from "../../../render/control/toast.ts";
import { useFormats } from "../../../render/format/formats.ts";
import { Glyph } from "../../../render/icon/Glyph.tsx";
import { useWords } from "../../../render/text/text.ts";
import { wordsFor } from "../../../render/view/Problem.tsx";
import { MentionArea } from "./MentionArea.tsx";
import { partsOf } from "./mention.ts";
import { Person } from "./Person.tsx";

interface Comment {
  readonly id: string;
  readonly author: string;
  readonly at: string;
  readonly text: string;
}

/** What people say of the record. */
export function Comments({ entity, id }: { readonly entity: Entity; readonly id: string }) {
  const t = useWords();
  // What was not sent yet is there when one comes back.
  const [text = "", keepText] = useKept<string | undefined>(`armature.comment.${entity.entity}.${id}`, undefined);
  const setText = (next: string) => keepText(next === "" ? undefined : next);
  const place = `${placeOf(entity.entity)}/${id}/comments`;
  const queryKey = [...recordsKey(entity.entity), "comments", id];
  const { data = [] } = useQuery({ queryKey, queryFn: async ({ signal }) => (await get<{ data: readonly Comment[] }>(place, signal)).data });
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => keeper.invalidateQueries({ queryKey }),
    onError: (failure) => say(wordsFor(failure, t), { tone: "negative" }),
  });
  const form = useRef<HTMLFormElement>(null);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === "") return;
    const sent = async () => {
      await post(place, { text: text.trim() });
      setText("");
      announce(t("comments.sent"));
      // The button has nothing to send any more, and would let the keys fall.
      form.current?.querySelector("textarea")?.focus();
    };
    act.mutate(sent);
  };
  return (
    <div className="panel-body">
      {data.length === 0 && <p className="muted">{t("comments.none")}</p>}
      <ol className="feed">
        {data.map((comment) => (
          <Said key={comment.id} comment={comment} onChange={(next) => act.mutate(() => ask(`${place}/${comment.id}`, { method: "PATCH", body: { text: next } }))} onRemove={() => act.mutate(() => ask(`${place}/${comment.id}`, { method: "DELETE" }))} />
        ))}
      </ol>
      <form ref={form} className="feed-form" onSubmit={submit}>
        <MentionArea value={text} label={t("comments.add")} onChange={setText} onSubmit={submit} />
        <Button submits disabled={text.trim() === "" || act.isPending}>
          {t("comments.send")}
        </Button>
      </form>
    </div>
  );
}

interface SaidProps {
  readonly comment: Comment;
  readonly onChange: (text: string) => void;
  readonly onRemove: () => void;
}

function Said({ comment, onChange, onRemove }: SaidProps) {
  const t = useWords();
  const formats = useFormats();
  const me = useMe();
  const [typed, setTyped] = useState<string | null>(null);
  const own = comment.author === me.id;
  const keep = () => {
    if (typed?.trim()) onChange(typed.trim());
    setTyped(null);
  };
  return (
    <li className="feed-entry">
      <div className="feed-head">
        <strong>
          <Person id={comment.author} />
        </strong>
        <time className="muted" dateTime={comment.at} title={formats.dateTime(comment.at)}>
          {formats.ago(comment.at)}
        </time>
        {(own || me.roles.includes("administrator")) && typed === null && (
          <span className="feed-acts">
            {own && (
              <button type="button" className="plain field-button" title={t("comments.change")} onClick={() => setTyped(comment.text)}>
                <Glyph name="edit" size={12} />
              </button>
            )}
            <button type="button" className="plain field-button" title={t("comments.remove")} onClick={onRemove}>
              <Glyph name="delete" size={12} />
            </button>
          </span>
        )}
      </div>
      {typed === null ? (
        <p className="feed-text">{partsOf(comment.text).map(({ text, names }, index) => (names ? <strong key={index}>{text}</strong> : text))}</p>
      ) : (
        <div className="feed-form">
          <MentionArea value={typed} label={t("comments.change")} autoFocus onChange={setTyped} onSubmit={keep} onCancel={() => setTyped(null)} />
          <Button onPress={keep}>{t("action.save")}</Button>
        </div>
      )}
    </li>
  );
}
