import { lazy, Suspense, useState } from "react";
import type { Entity, Screen } from "../../contract/screen.ts";
import type { Entry } from "../../contract/record.ts";
import { placeOf, post, Refusal } from "../../data/client.ts";
import { batch, changed, restore } from "../../data/records.ts";
import { Button } from "../../render/control/Button.tsx";
import { say } from "../../render/control/toast.ts";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";

const BulkEdit = lazy(() => import("./BulkEdit.tsx"));
const DeleteDialog = lazy(() => import("./DeleteDialog.tsx"));

interface Props {
  readonly entity: Entity;
  readonly screen: Screen;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

/** So many records go into one request: all of them, or none. */
const AT_ONCE = 200;

/** What can be done with several records at once. */
export function SelectionBar({ entity, screen, selected, onSelect }: Props) {
  const t = useWords();
  const [asking, setAsking] = useState<"delete" | "edit" | null>(null);
  const [busy, setBusy] = useState(false);
  const ids = [...selected];
  const count = ids.length;
  const steps = screen.actions.filter(({ transition }) => transition);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    } finally {
      setBusy(false);
      setAsking(null);
    }
  };
  const undoDelete = async () => {
    for (const id of ids) await restore(entity.entity, id);
  };
  const remove = () =>
    run(async () => {
      await inParts(ids, (part) => batch(entity.entity, { delete: part }));
      onSelect(new Set());
      say(t("list.deleted", { count }), entity.features.softDelete ? { action: { title: t("action.undo"), run: () => void undoDelete() } } : {});
    });
  const edit = (fields: Entry) =>
    run(async () => {
      await inParts(ids, (part) => batch(entity.entity, { update: part.map((id) => ({ id, ...fields })) }));
      say(t("list.changed", { count }));
    });
  const step = (transition: string) =>
    run(async () => {
      const refused = await eachAlone(ids, (id) => post(`${placeOf(entity.entity)}/${id}/transitions/${transition}`));
      await changed(entity.entity);
      const why = refused[0] ? wordsFor(refused[0], t) : "";
      say(refused.length > 0 ? t("list.someRefused", { done: count - refused.length, refused: refused.length, why }) : t("list.changed", { count }), { tone: refused.length > 0 ? "negative" : "plain" });
    });
  return (
    <div className="toolbar selection" role="toolbar" aria-label={t("list.selected", { count })}>
      <strong>{t("list.selected", { count })}</strong>
      {entity.may["update"] !== "none" && (
        <Button design="Transparent" disabled={busy} onPress={() => setAsking("edit")}>
          {t("list.bulkEdit")}
        </Button>
      )}
      {steps.map(({ name, title, transition }) => (
        <Button key={name} design="Transparent" disabled={busy} onPress={() => void step(transition ?? "")}>
          {title}
        </Button>
      ))}
      {entity.may["delete"] !== "none" && (
        <Button design="Transparent" disabled={busy} onPress={() => setAsking("delete")}>
          {t("action.delete")}
        </Button>
      )}
      <span className="grow" />
      <Button design="Transparent" onPress={() => onSelect(new Set())}>
        {t("list.deselect")}
      </Button>
      <Suspense>
        {asking === "delete" && <DeleteDialog entity={entity} count={count} busy={busy} onDelete={() => void remove()} onClose={() => setAsking(null)} />}
        {asking === "edit" && <BulkEdit entity={entity} count={count} busy={busy} onApply={(fields) => void edit(fields)} onClose={() => setAsking(null)} />}
      </Suspense>
    </div>
  );
}

async function inParts(ids: readonly string[], work: (part: readonly string[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < ids.length; start += AT_ONCE) await work(ids.slice(start, start + AT_ONCE));
}

/** Does it for each by itself, and tells what was refused. */
async function eachAlone(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<readonly Refusal[]> {
  const refused: Refusal[] = [];
  for (const id of ids) {
    try {
      await work(id);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      refused.push(failure);
    }
  }
  return refused;
}
