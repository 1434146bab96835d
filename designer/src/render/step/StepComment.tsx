import { useState } from "react";
import type { Step } from "../../data/steps.ts";
import { Button } from "../control/Button.tsx";
import { Dialog } from "../control/Dialog.tsx";
import { Labelled } from "../control/Labelled.tsx";
import { TextInput } from "../control/TextInput.tsx";
import { useWords } from "../text/text.ts";

interface Props {
  readonly step: Step;
  readonly busy?: boolean;
  /** The comment is empty where none is required and none was written. */
  readonly onGo: (comment: string) => void;
  readonly onClose: () => void;
}

/** Asks before a step of a workflow is taken: whether it is meant, and for a word on why. */
export function StepComment({ step, busy = false, onGo, onClose }: Props) {
  const t = useWords();
  const [comment, setComment] = useState("");
  const said = comment.trim();
  const required = step.comment === "required";
  return (
    <Dialog
      title={step.title}
      onClose={onClose}
      footer={
        <>
          <Button design="Emphasized" disabled={busy || (required && said === "")} onPress={() => onGo(said)}>
            {step.title}
          </Button>
          <Button onPress={onClose}>{t("action.cancel")}</Button>
        </>
      }
    >
      <div className="stack">
        {step.confirm && <p>{step.confirm}</p>}
        <Labelled label={t(required ? "workflow.commentAsk" : "workflow.comment")} of="step-comment" required={required}>
          <TextInput id="step-comment" value={comment} label={t("workflow.comment")} onInput={setComment} autoFocus />
        </Labelled>
      </div>
    </Dialog>
  );
}
