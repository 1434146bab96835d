import { useMutation } from "@tanstack/react-query";
import type { ImportRun } from "../../contract/imports.ts";
import type { Entity } from "../../contract/screen.ts";
import { cancelImport, importsKey, isOpen, undoImport } from "../../data/imports.ts";
import { keeper } from "../../data/keeper.ts";
import { changed } from "../../data/records.ts";
import { Button } from "../../render/control/Button.tsx";
import { say } from "../../render/control/toast.ts";
import { useFormats } from "../../render/format/formats.ts";
import { type Words, useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";

/** What became of an import, in a sentence. */
export function outcomeOf(run: ImportRun, t: Words): string {
  if (run.status === "undone") return t("import.undone", { undone: run.undone ?? 0, left: run.left ?? 0 });
  if (run.status === "failed") return t("import.failed", { why: run.problem ?? "" });
  if (run.status === "stopped") return t("import.stopped");
  if (isOpen(run)) return t(run.status === "undoing" ? "import.undoing" : "import.running", { rows: run.rows });
  return t("import.counts", { created: run.created, updated: run.updated, unchanged: run.unchanged, refused: run.refused });
}

/** One earlier import, with a way back. */
export function ImportEntry({ entity, run }: { readonly entity: Entity; readonly run: ImportRun }) {
  const t = useWords();
  const formats = useFormats();
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: (refused) => say(wordsFor(refused, t), { tone: "negative" }),
    onSettled: () => Promise.all([keeper.invalidateQueries({ queryKey: importsKey }), changed(entity.entity)]),
  });
  return (
    <li className="card-row">
      <div className="grow">
        <div className="ellipsis">{run.file_name}</div>
        <small className="muted">
          {formats.dateTime(run.created_at)} · {outcomeOf(run, t)}
        </small>
      </div>
      {isOpen(run) && run.status !== "undoing" && <Button onPress={() => act.mutate(() => cancelImport(run.id))}>{t("action.cancel")}</Button>}
      {run.undoable && entity.features.audit && (
        <Button disabled={act.isPending} onPress={() => act.mutate(() => undoImport(run.id))}>
          {t("action.undo")}
        </Button>
      )}
    </li>
  );
}
