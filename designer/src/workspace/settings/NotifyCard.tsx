import { useMutation, useQuery } from "@tanstack/react-query";
import type { NotifyWish } from "../../contract/notification.ts";
import { wish, wishesQuery } from "../../data/notifications.ts";
import { Checkbox } from "../../render/control/Checkbox.tsx";
import { Choice } from "../../render/control/Choice.tsx";
import { say } from "../../render/control/toast.ts";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { Card } from "./Card.tsx";

const KINDS = ["mention", "comment", "change", "transition", "others"] as const;
const MAILS: readonly NotifyWish["mail"][] = ["never", "at_once", "daily", "weekly"];
const USUAL: NotifyWish = { in_app: true, mail: "never" };

/** Of what one wants to hear, and how. */
export function NotifyCard() {
  const t = useWords();
  const { data } = useQuery(wishesQuery);
  const change = useMutation({
    mutationFn: ({ kind, changes }: { kind: string; changes: Partial<NotifyWish> }) => wish(kind, changes),
    onSuccess: () => say(t("settings.saved")),
    onError: (failure) => say(wordsFor(failure, t), { tone: "negative" }),
  });
  if (!data) return null;
  return (
    <Card title={t("notify.title")}>
      {KINDS.map((kind) => {
        const { in_app: inApp, mail } = data[kind] ?? data["others"] ?? USUAL;
        const title = t(`notify.kind.${kind}`);
        return (
          <div key={kind} className="card-row">
            <span className="grow">{title}</span>
            <Checkbox checked={inApp} text={t("notify.inApp")} label={`${title}: ${t("notify.inApp")}`} onChange={(next) => change.mutate({ kind, changes: { in_app: next } })} />
            <span className="notify-mail">
              <Choice label={`${title}: ${t("notify.mail")}`} value={mail} options={MAILS.map((key) => ({ key, title: t(`notify.mail.${key}`) }))} onChange={(next) => change.mutate({ kind, changes: { mail: next as NotifyWish["mail"] } })} />
            </span>
          </div>
        );
      })}
    </Card>
  );
}
