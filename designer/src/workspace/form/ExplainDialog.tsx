import { useQuery } from "@tanstack/react-query";
import type { Entity } from "../../contract/screen.ts";
import { get, query } from "../../data/client.ts";
import { Button } from "../../render/control/Button.tsx";
import { Dialog } from "../../render/control/Dialog.tsx";
import { useWords } from "../../render/text/text.ts";

interface Explanation {
  readonly user: { readonly username: string };
  readonly everything: boolean;
  readonly rights: Readonly<Record<string, { readonly allowed: string; readonly rules: readonly { readonly role?: string; readonly expression?: string }[] }>>;
  readonly fields: Readonly<Record<string, { readonly shown: string; readonly writable: string }>>;
}

/** Which grant lets somebody do what with a record. */
export default function ExplainDialog({ entity, id, onClose }: { readonly entity: Entity; readonly id: string; readonly onClose: () => void }) {
  const t = useWords();
  const { data } = useQuery({ queryKey: ["explain", entity.entity, id], queryFn: ({ signal }) => get<Explanation>(`/api/access/explain${query({ entity: entity.entity, id })}`, signal) });
  return (
    <Dialog wide title={t("explain.title")} onClose={onClose} footer={<Button onPress={onClose}>{t("action.close")}</Button>}>
      {data && (
        <div className="stack">
          {data.everything && <p>{t("explain.everything", { name: data.user.username })}</p>}
          <div className="pills">
            {Object.entries(data.rights).map(([right, { allowed, rules }]) => (
              <span key={right} className={`tag tag-${allowed === "yes" ? "positive" : allowed === "no" ? "negative" : "warning"}`} title={rules.map(({ role, expression }) => [role, expression].filter(Boolean).join(": ")).join("\n")}>
                {t("explain.right", { right })}: {t("explain.allowed", { allowed })}
              </span>
            ))}
          </div>
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t("explain.field")}</th>
                <th>{t("explain.shown")}</th>
                <th>{t("explain.writable")}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(data.fields).map(([name, { shown, writable }]) => (
                <tr key={name}>
                  <td>{entity.fields[name]?.title ?? name}</td>
                  <td>{t("explain.allowed", { allowed: shown })}</td>
                  <td>{t("explain.allowed", { allowed: writable })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}
