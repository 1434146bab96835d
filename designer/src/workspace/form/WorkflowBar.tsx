import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Entry } from "../../contract/record.ts";
import type { Entity } from "../../contract/screen.ts";
import { changed, recordsKey } from "../../data/records.ts";
import { readSteps, type Said, type Step, takeStep, wantsFields } from "../../data/steps.ts";
import { Button } from "../../render/control/Button.tsx";
import { isFree } from "../../render/control/keys.ts";
import { say } from "../../render/control/toast.ts";
import { Value } from "../../render/record/Value.tsx";
import { isAsked, StepComment } from "../../render/step/StepComment.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { Approval } from "./Approval.tsx";

interface Props {
  readonly entity: Entity;
  readonly id: string;
  /** As the engine has it. */
  readonly record: Entry;
  /** What is typed is saved first. */
  readonly disabled: boolean;
}

const NOTHING: readonly Step[] = [];

/** A step with where it leads; only once, where both are called the same. */
const leadsTo = ({ title, toTitle }: Step) => (title === toTitle ? title : `${title} → ${toTitle}`);

/** The steps that can be taken from here, and why others cannot. */
export function WorkflowBar({ entity, id, record, disabled }: Props) {
  const t = useWords();
  const [asked, setAsked] = useState<Step | null>(null);
  const [busy, setBusy] = useState(false);
  /** The version that a step taken here has made, until its steps are known: so long the old ones stay, and cannot be taken. */
  const [awaited, setAwaited] = useState<number | null>(null);
  const version = Number(record["version"]);
  const { data = NOTHING, isPlaceholderData } = useQuery({ placeholderData: keepPreviousData, queryKey: [...recordsKey(entity.entity), "steps", id, version], queryFn: ({ signal }) => readSteps(entity.entity, id, signal) });
  const bar = useRef<HTMLDivElement>(null);
  /** Whether somebody took a step here: what he pressed goes with it, and the keys stay beside it. */
  const taken = useRef(false);
  const isReady = !busy && (awaited === null || !(version < awaited || isPlaceholderData));
  useEffect(() => {
    if (isReady && awaited !== null) setAwaited(null);
    if (!taken.current || !isReady || !isFree()) return;
    taken.current = false;
    // Not a step: whoever holds the key down takes one alone.
    (bar.current ?? document.getElementById("page"))?.focus();
  });
  if (data.length === 0) return null;
  const take = async (step: Step, said: Said) => {
    setBusy(true);
    try {
      const made = await takeStep(entity.entity, id, step.name, said);
      setAsked(null);
      if (made?.["id"] === id) setAwaited(Number(made["version"]));
      taken.current = true;
      await changed(entity.entity);
      say(step.approvals ? t("approval.noted") : leadsTo(step));
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    } finally {
      setBusy(false);
    }
  };
  const choose = (step: Step) => (isAsked(step) ? setAsked(step) : void take(step, {}));
  const decided = data.filter(({ approvals }) => approvals);
  const open = data.filter((step) => !step.approvals && (step.allowed || wantsFields(step)));
  const refused = data.filter((step) => !step.approvals && !step.allowed && !wantsFields(step));
  const moved = data[0]?.field ?? "";
  const state = entity.fields[moved];
  return (
    <div ref={bar} className="workflow" role="toolbar" tabIndex={-1} aria-label={t("workflow.title")}>
      {state && moved !== "status" && (
        <span className="workflow-state">
          <span className="muted">{state.title}</span> <Value value={record[moved]} field={state} record={record} />
        </span>
      )}
      {open.map((step) => (
        <Button key={step.name} disabled={!isReady || disabled} onPress={() => choose(step)} label={leadsTo(step)}>
          {wantsFields(step) ? `${step.title} …` : step.title}
        </Button>
      ))}
      {decided.map((step) => (
        <Approval key={step.name} entity={entity.entity} step={step} disabled={!isReady || disabled} onDecide={(said) => void take(step, said)} />
      ))}
      {disabled && <small className="muted">{t("workflow.saveFirst")}</small>}
      {refused.map((step) => (
        <details key={step.name} className="workflow-refused">
          <summary>
            {step.title}
            <span className="unseen">, {t("workflow.refused")}</span>
          </summary>
          <div className="workflow-why">{step.reasons.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")).join(" ")}</div>
        </details>
      ))}
      {asked && <StepComment entity={entity.entity} step={asked} busy={busy} onGo={(said) => void take(asked, said)} onClose={() => setAsked(null)} />}
    </div>
  );
}
