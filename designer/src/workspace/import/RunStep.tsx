import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { ImportRun } from "../../contract/imports.ts";
import type { Entity } from "../../contract/screen.ts";
import { cancelImport, errorsOf, importQuery, importsKey, isOpen, undoImport } from "../../data/imports.ts";
import { keeper } from "../../data/keeper.ts";
import { changed } from "../../data/records.ts";
import { announce } from "../../render/control/announce.ts";
import { Button } from "../../render/control/Button.tsx";
import { Checkbox } from "../../render/control/Checkbox.tsx";
import { Notice } from "../../render/control/Notice.tsx";
import { say } from "../../render/control/toast.ts";
import { called } from "../../render/form/called.ts";
import { useWords } from "../../render/text/text.ts";
import { RULE, wordsFor } from "../../render/view/Problem.tsx";
import { outcomeOf } from "./ImportEntry.tsx";

interface Props {
  readonly entity: Entity;
  readonly id: string;
  readonly onBack: () => void;
  readonly onImport: (partial: boolean) => void;
  readonly onAgain: () => void;
}

const QUARTER = 25;

/** An import, tried or real: how far it is, then what became of it. */
export function RunStep(props: Props) {
  const { entity, id } = props;
  const t = useWords();
  const { data: run, error } = useQuery(importQuery(id));
  const over = run !== undefined && !isOpen(run);
  useEffect(() => {
    if (over) void changed(entity.entity);
  }, [over, entity.entity]);
  // Begun, in the four quarters, undone: not with every row. What became of it is said by its own notice.
  const said = run && isOpen(run) ? `${run.status} ${Math.floor(Number(run.share) / QUARTER)}` : "";
  useEffect(() => {
    if (run && isOpen(run)) announce(outcomeOf(run, t));
    // eslint-disable-next-line
  }, [said]);
  if (!run) return error && <Gone failure={error} onBack={props.onBack} />;
  const stop = () => cancelImport(id).then(() => keeper.invalidateQueries({ queryKey: importsKey }), (refused: unknown) => say(wordsFor(refused, t), { tone: "negative" }));
  return (
    <>
      <section className="card">
        {isOpen(run) ? (
          <>
            <progress className="file-progress" max={100} {...(run.status !== "waiting" && { value: Number(run.share) })} aria-label={outcomeOf(run, t)} />
            <div className="row">
              <span className="grow">{outcomeOf(run, t)}</span>
              {run.status !== "undoing" && <Button onPress={() => void stop()}>{t("action.cancel")}</Button>}
            </div>
          </>
        ) : (
          <Outcome run={run} />
        )}
      </section>
      {run.errors && run.errors.length > 0 && <Errors entity={entity} run={run} />}
      {over && (run.order.dryRun ? <AfterCheck {...props} run={run} /> : <AfterImport {...props} run={run} />)}
    </>
  );
}

/** Of what was tried long ago nothing is known any more; the columns still are. */
function Gone({ failure, onBack }: { readonly failure: Error; readonly onBack: () => void }) {
  const t = useWords();
  return (
    <>
      <Notice tone="Negative">{wordsFor(failure, t)}</Notice>
      <div className="row">
        <Button onPress={onBack}>{t("import.backToColumns")}</Button>
      </div>
    </>
  );
}

function Outcome({ run }: { readonly run: ImportRun }) {
  const t = useWords();
  const bad = run.status === "failed" || run.refused > 0;
  return (
    <>
      <Notice tone={run.status === "failed" ? "Negative" : bad || run.status === "stopped" ? "Critical" : "Positive"}>{outcomeOf(run, t)}</Notice>
      {run.status === "done" && !run.order.dryRun && !run.kept && <p>{t("import.nothingKept")}</p>}
    </>
  );
}

const SHOWN = 100;

function Errors({ entity, run }: { readonly entity: Entity; readonly run: ImportRun }) {
  const t = useWords();
  const inRow = (path: string) => (path.includes("].") ? path.slice(path.indexOf("].") + 2) : "");
  const titleOf = (path: string) => entity.fields[inRow(path)]?.title ?? inRow(path);
  const said = (path: string, words: string | undefined) => called(inRow(path), entity.fields, words ?? "");
  return (
    <section className="card">
      <div className="row">
        <h2 className="grow">{t("import.errors")}</h2>
        <a href={errorsOf(run.id)} download="errors.csv">
          {t("import.download")}
        </a>
      </div>
      <ol className="import-list">
        {(run.errors ?? []).slice(0, SHOWN).map(({ row, errors }) => (
          <li key={row} className="import-error">
            <span className="muted number">{t("import.row", { row })}</span>
            <span>
              {errors.map((error) => (
                <div key={`${error.path}${error.code}`}>
                  {titleOf(error.path) && <strong>{titleOf(error.path)}: </strong>}
                  {said(error.path, error.message)} {error.code !== RULE && <span className="muted">{said(error.path, error.hint)}</span>}
                </div>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function AfterCheck({ run, onBack, onImport, onAgain }: Props & { readonly run: ImportRun }) {
  const t = useWords();
  const [partial, setPartial] = useState(false);
  const good = run.created + run.updated + run.unchanged;
  const can = run.status === "done" && good > 0 && (run.refused === 0 || partial);
  return (
    <>
      {run.status === "done" && run.refused > 0 && good > 0 && <Checkbox checked={partial} text={t("import.partial", { count: good })} onChange={setPartial} />}
      <div className="row">
        <Button design="Emphasized" disabled={!can} onPress={() => onImport(partial)}>
          {t("import.begin", { count: good })}
        </Button>
        <Button onPress={onBack}>{t("import.backToColumns")}</Button>
        <Button onPress={onAgain}>{t("import.otherFile")}</Button>
      </div>
    </>
  );
}

function AfterImport({ entity, run, onAgain }: Props & { readonly run: ImportRun }) {
  const t = useWords();
  const navigate = useNavigate();
  const [pack = "", name = ""] = entity.entity.split(".");
  const undo = () => undoImport(run.id).then(() => keeper.invalidateQueries({ queryKey: importsKey }), (refused: unknown) => say(wordsFor(refused, t), { tone: "negative" }));
  return (
    <div className="row">
      <Button design="Emphasized" onPress={() => void navigate({ to: "/$pack/$entity", params: { pack, entity: name }, search: {} })}>
        {t("import.show", { title: entity.plural })}
      </Button>
      {run.undoable && entity.features.audit && <Button onPress={() => void undo()}>{t("action.undo")}</Button>}
      <Button onPress={onAgain}>{t("import.otherFile")}</Button>
    </div>
  );
}
