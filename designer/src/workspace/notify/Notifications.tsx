import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Notification } from "../../contract/notification.ts";
import { markAllRead, markRead, notificationsQuery, type Shelf, snooze } from "../../data/notifications.ts";
import { tabKeys, tabStop } from "../../render/control/tabKeys.ts";
import { say } from "../../render/control/toast.ts";
import { useFormats } from "../../render/format/formats.ts";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { snoozes } from "./snoozes.ts";

const SHELVES: readonly Shelf[] = ["new", "all", "snoozed"];

/** What the user was told, the latest first. */
export default function Notifications({ onLeave }: { readonly onLeave: () => void }) {
  const t = useWords();
  const [shelf, setShelf] = useState<Shelf>("new");
  const { data = [], isPending } = useQuery(notificationsQuery(shelf));
  const act = useMutation({ mutationFn: (work: () => Promise<void>) => work(), onError: (refused) => say(wordsFor(refused, t), { tone: "negative" }) });
  return (
    <div className="notes">
      <header className="row">
        <h2 className="grow">{t("notify.title")}</h2>
        <button type="button" className="plain notes-all" onClick={() => act.mutate(markAllRead)}>
          {t("notify.readAll")}
        </button>
      </header>
      <div className="tabs" role="tablist" aria-label={t("notify.title")} onKeyDown={tabKeys()}>
        {SHELVES.map((each) => (
          <button key={each} type="button" role="tab" aria-selected={each === shelf} tabIndex={tabStop(each === shelf)} className="plain tab" onClick={() => setShelf(each)}>
            {t(`notify.${each}`)}
          </button>
        ))}
      </div>
      {!isPending && data.length === 0 && <p className="muted notes-none">{t("notify.none")}</p>}
      <ul className="notes-list">
        {data.map((note) => (
          <Note key={note.id} note={note} act={act.mutate} onLeave={onLeave} />
        ))}
      </ul>
    </div>
  );
}

interface NoteProps {
  readonly note: Notification;
  readonly act: (work: () => Promise<void>) => void;
  readonly onLeave: () => void;
}

function Note({ note, act, onLeave }: NoteProps) {
  const t = useWords();
  const formats = useFormats();
  const navigate = useNavigate();
  const [later, setLater] = useState(false);
  const { id, title, body, record, read_at: read, count } = note;
  const go = () => {
    if (read === null) act(() => markRead(id));
    if (!record) return;
    const [pack = "", entity = ""] = record.entity.split(".");
    onLeave();
    void navigate({ to: "/$pack/$entity/$id", params: { pack, entity, id: record.id }, search: {} });
  };
  return (
    <li className={read === null ? "note note-new" : "note"}>
      <button type="button" className="plain note-main" onClick={go}>
        <span className="note-title">
          {note.priority === "urgent" && <Glyph name="alert" size={12} />} {title}
          {count > 1 && <span className="muted"> × {count}</span>}
        </span>
        {body && <span className="note-body muted">{body}</span>}
        <small className="muted">
          {formats.ago(note.updated_at)}
          {note.snoozed_until && ` · ${t("notify.until", { when: formats.dateTime(note.snoozed_until) })}`}
        </small>
      </button>
      <span className="note-acts">
        <button type="button" className="plain field-button" aria-label={`${t(read === null ? "notify.read" : "notify.unread")}: ${title}`} title={t(read === null ? "notify.read" : "notify.unread")} onClick={() => act(() => markRead(id, read === null))}>
          <Glyph name={read === null ? "accept" : "email"} size={14} />
        </button>
        <button type="button" className="plain field-button" aria-expanded={later} aria-label={`${t("notify.snooze")}: ${title}`} title={t("notify.snooze")} onClick={() => setLater(!later)}>
          <Glyph name="history" size={14} />
        </button>
      </span>
      {later && (
        <span className="note-later">
          {snoozes(new Date()).map(({ name, until }) => (
            <button key={name} type="button" className="plain chip" onClick={() => act(() => snooze(id, until))}>
              {t(`notify.${name}`)}
            </button>
          ))}
        </span>
      )}
    </li>
  );
}
