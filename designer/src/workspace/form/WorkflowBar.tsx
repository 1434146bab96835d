import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Fault } from "../../contract/account.ts";
import type { Entity } from "../../contract/screen.ts";
import { get, placeOf, post, Refusal } from "../../data/client.ts";
import { changed, recordsKey } from "../../data/records.ts";
import { Button } from "../../render/control/Button.tsx";
import { Dialog } from "../../render/control/Dialog.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { say } from "../../render/control/toast.ts";
import { TextInput } from "../../render/control/TextInput.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";

interface Step {
  readonly name: string;
  readonly title: string;
  readonly toTitle: string;
  readonly allowed: boolean;
  readonly reasons: readonly Fault[];
  readonly comment: "required" | "optional";
  readonly confirm?: string;
}

interface Props {
  readonly entity: Entity;
  readonly id: string;
  readonly version: number;
  /** What is typed is saved first. */
  readonly disabled: boolean;
}

/** Nothing of this kind is there: an entity without a workflow. */
const NOTHING: readonly Step[] = [];

async function readSteps(entity: string, id: string, signal: AbortSignal): Promise<readonly Step[]> {
  try {
    return (await get<{ data: readonly Step[] }>(`${placeOf(entity)}/${id}/transitions`, signal)).data;
  } catch (refused) {
    if (refused instanceof Refusal && refused.status === 404) return NOTHING;
    throw refused;
  }
}

/** The steps that can be taken from here, and why others cannot. */
export function WorkflowBar({ entity, id, version, disabled }: Props) {
  const t = useWords();
  const [asked, setAsked] = useState<Step | null>(null);
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState(false);
  const { data = NOTHING } = useQuery({ queryKey: [...recordsKey(entity.entity), "steps", id, version], queryFn: ({ signal }) => readSteps(entity.entity, id, signal) });
  if (data.length === 0) return null;
  const take = async (step: Step) => {
    setBusy(true);
    try {
      await post(`${placeOf(entity.entity)}/${id}/transitions/${step.name}`, comment.trim() === "" ? {} : { comment: comment.trim() });
      setAsked(null);
      setComment("");
      await changed(entity.entity);
      say(`${step.title} → ${step.toTitle}`);
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    } finally {
      setBusy(false);
    }
  };
  const choose = (step: Step) => (step.comment === "required" || step.confirm ? setAsked(step) : void take(step));
  const refused = data.filter(({ allowed }) => !allowed);
  return (
    <div className="workflow" role="toolbar" aria-label={entity.singular}>
      {data
        .filter(({ allowed }) => allowed)
        .map((step) => (
          <Button key={step.name} disabled={busy || disabled} onPress={() => choose(step)} label={`${step.title} → ${step.toTitle}`}>
            {step.title}
          </Button>
        ))}
      {refused.map((step) => (
        <details key={step.name} className="workflow-refused">
          <summary>{step.title}</summary>
          <div className="workflow-why">{step.reasons.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")).join(" ")}</div>
        </details>
      ))}
      {asked && (
        <Dialog
          title={asked.title}
          onClose={() => setAsked(null)}
          footer={
            <>
              <Button design="Emphasized" disabled={busy || (asked.comment === "required" && comment.trim() === "")} onPress={() => void take(asked)}>
                {asked.title}
              </Button>
              <Button onPress={() => setAsked(null)}>{t("action.cancel")}</Button>
            </>
          }
        >
          <div className="stack">
            {asked.confirm && <p>{asked.confirm}</p>}
            <Labelled label={t(asked.comment === "required" ? "workflow.commentAsk" : "workflow.comment")} of="step-comment" required={asked.comment === "required"}>
              <TextInput id="step-comment" value={comment} label={t("workflow.comment")} onInput={setComment} autoFocus />
            </Labelled>
          </div>
        </Dialog>
      )}
    </div>
  );
}
