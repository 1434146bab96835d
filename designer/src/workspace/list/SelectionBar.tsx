import "@ui5/webcomponents-icons/dist/download.js";
import { lazy, Suspense, useState } from "react";
import type { Entry } from "../../contract/record.ts";
import type { Entity, Screen } from "../../contract/screen.ts";
import { keepExport } from "../../data/exports.ts";
import { batch, changed, readIds, restore } from "../../data/records.ts";
import { takeStep } from "../../data/steps.ts";
import { Button } from "../../render/control/Button.tsx";
import { say } from "../../render/control/toast.ts";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import type { Asked } from "../../render/view/view.ts";
import { exportedFields } from "./exported.ts";
import { shownBy, useCount } from "./count.ts";
import { StepMenu } from "./StepMenu.tsx";
import { eachAlone, type Outcome, together } from "./work.ts";

const BulkEdit = lazy(() => import("./BulkEdit.tsx"));
const DeleteDialog = lazy(() => import("./DeleteDialog.tsx"));
const ResultDialog = lazy(() => import("./ResultDialog.tsx"));

interface Props {
  readonly entity: Entity;
  readonly screen: Screen;
  readonly asked: Asked;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

/** So many can be selected without being looked at. */
const MOST_SELECTED = 10_000;

/** What can be done with several records at once; what is refused is told for each of them. */
export function SelectionBar({ entity, screen, asked, selected, onSelect }: Props) {
  const t = useWords();
  const [asking, setAsking] = useState<"delete" | "edit" | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const all = useCount(entity.entity, asked)?.count ?? null;
  const ids = [...selected];
  const count = ids.length;
  const busy = progress !== null;
  const run = async (work: () => Promise<readonly Outcome[]>, tell: (done: readonly string[]) => void) => {
    setProgress(0);
    try {
      const came = await work();
      const done = came.flatMap(({ id, refused }) => (refused ? [] : [id]));
      if (done.length < came.length) setOutcomes(came);
      if (done.length > 0) tell(done);
    } catch (failure) {
      say(wordsFor(failure, t), { tone: "negative" });
    } finally {
      setProgress(null);
      setAsking(null);
      await changed(entity.entity);
    }
  };
  const undoDelete = async (deleted: readonly string[]) => {
    await eachAlone(deleted, (id) => restore(entity.entity, id));
  };
  const remove = () =>
    run(
      () => together(ids, (part) => batch(entity.entity, { delete: part }), setProgress),
      (done) => {
        onSelect(new Set(ids.filter((id) => !done.includes(id))));
        say(t("list.deleted", { count: done.length }), entity.features.softDelete ? { action: { title: t("action.undo"), run: () => void undoDelete(done) } } : {});
      },
    );
  const edit = (fields: Entry) =>
    run(
      () => together(ids, (part) => batch(entity.entity, { update: part.map((id) => ({ id, ...fields })) }), setProgress),
      (done) => say(t("list.changed", { count: done.length })),
    );
  const step = (name: string, comment: string) =>
    run(
      () => eachAlone(ids, (id) => takeStep(entity.entity, id, name, { comment }), setProgress),
      (done) => say(t("list.changed", { count: done.length })),
    );
  const exported = async () => {
    setProgress(0);
    try {
      await keepExport(entity.entity, { format: "xlsx", ids, sort: asked.sort.join(), fields: exportedFields(entity, screen, asked.columns), deleted: asked.deleted });
    } catch (failure) {
      say(wordsFor(failure, t), { tone: "negative" });
    } finally {
      setProgress(null);
    }
  };
  const selectAll = async () => {
    try {
      onSelect(new Set(await readIds(shownBy(entity.entity, asked), MOST_SELECTED)));
    } catch (failure) {
      say(wordsFor(failure, t), { tone: "negative" });
    }
  };
  return (
    <div className="toolbar selection" role="toolbar" aria-label={t("list.selected", { count })}>
      <strong>{t("list.selected", { count })}</strong>
      {all !== null && all > count && count > 1 && (
        <Button design="Transparent" disabled={busy} onPress={() => void selectAll()}>
          {t("bulk.selectAll", { count: Math.min(all, MOST_SELECTED) })}
        </Button>
      )}
      <span className="menu-gap" />
      {!asked.deleted && entity.may["update"] !== "none" && (
        <Button design="Transparent" disabled={busy} onPress={() => setAsking("edit")}>
          {t("list.bulkEdit")}
        </Button>
      )}
      {!asked.deleted && <StepMenu entity={entity.entity} ids={ids} busy={busy} onStep={({ name }, comment) => void step(name, comment)} />}
      {entity.may["export"] !== "none" && (
        <Button design="Transparent" disabled={busy} onPress={() => void exported()}>
          {t("action.export")} XLSX
        </Button>
      )}
      {asked.deleted && entity.may["delete"] !== "none" && (
        <Button design="Transparent" disabled={busy} onPress={() => void run(() => eachAlone(ids, (id) => restore(entity.entity, id), setProgress), (done) => say(t("bulk.restored", { count: done.length })))}>
          {t("bulk.restore")}
        </Button>
      )}
      {!asked.deleted && entity.may["delete"] !== "none" && (
        <Button design="Transparent" disabled={busy} onPress={() => setAsking("delete")}>
          {t("action.delete")}
        </Button>
      )}
      {busy && (
        <span className="muted" role="status">
          {t("bulk.progress", { done: progress, count })}
        </span>
      )}
      <span className="grow" />
      <Button
        design="Transparent"
        onPress={() => {
          onSelect(new Set());
          document.querySelector<HTMLElement>('.grid [data-active="true"]')?.focus();
        }}
      >
        {t("list.deselect")}
      </Button>
      <Suspense>
        {asking === "delete" && <DeleteDialog entity={entity} count={count} busy={busy} onDelete={() => void remove()} onClose={() => setAsking(null)} />}
        {asking === "edit" && <BulkEdit entity={entity} count={count} busy={busy} onApply={(fields) => void edit(fields)} onClose={() => setAsking(null)} />}
        {outcomes && <ResultDialog entity={entity} outcomes={outcomes} onSelect={onSelect} onClose={() => setOutcomes(null)} />}
      </Suspense>
    </div>
  );
}
