import { useQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import type { Entry, Json } from "../../contract/record.ts";
import { entityQuery } from "../../data/screens.ts";
import { type Said, type Step, wantsFields } from "../../data/steps.ts";
import { Button } from "../control/Button.tsx";
import { Dialog } from "../control/Dialog.tsx";
import { Labelled } from "../control/Labelled.tsx";
import { TextInput } from "../control/TextInput.tsx";
import { sentOf } from "../form/compute.ts";
import { useUnread } from "../form/unread.ts";
import { useWords } from "../text/text.ts";
import { editorOf } from "../widget/registry.ts";

interface Props {
  /** Whose records take the step: its fields can be filled here. */
  readonly entity: string;
  readonly step: Step;
  readonly busy?: boolean;
  readonly onGo: (said: Said) => void;
  readonly onClose: () => void;
}

/** Whether something is asked before a step is taken. */
export const isAsked = (step: Step) => step.comment === "required" || step.confirm !== undefined || wantsFields(step);

const NONE: readonly string[] = [];
const isEmpty = (value: unknown) => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Asks before a step of a workflow is taken: whether it is meant, what it cannot do without, and for a word on why. */
export function StepComment({ entity: name, step, busy = false, onGo, onClose }: Props) {
  const t = useWords();
  const [comment, setComment] = useState("");
  const [values, setValues] = useState<Entry>({});
  const unread = useUnread();
  const wanted = wantsFields(step) ? step.fields : NONE;
  const { data: entity } = useQuery({ ...entityQuery(name), enabled: wanted.length > 0 });
  const required = step.comment === "required";
  // Which of them are enough the engine knows: of an address and a telephone number one may do.
  const isWhole = (wanted.length === 0 || wanted.some((field) => !isEmpty(values[field]))) && !(required && comment.trim() === "") && !unread.isAny;
  const change = (field: string, value: Json) => {
    unread.forget([field]);
    setValues((before) => ({ ...before, [field]: value }));
  };
  const go = () => {
    const sent = Object.entries(values).flatMap(([field, value]) => {
      const about = entity?.fields[field];
      return about ? [[field, sentOf(value, about)] as const] : [];
    });
    onGo({ comment: comment.trim(), values: Object.fromEntries(sent) });
  };
  return (
    <Dialog
      title={step.title}
      onClose={onClose}
      footer={
        <>
          <Button design="Emphasized" disabled={busy || !isWhole} onPress={go}>
            {step.title}
          </Button>
          <Button onPress={onClose}>{t("action.cancel")}</Button>
        </>
      }
    >
      <div className="stack">
        {step.confirm && <p>{step.confirm}</p>}
        {wanted.length > 0 && <p className="muted">{step.reasons.map(({ message }) => message).join(" ")}</p>}
        {wanted.map((field) => {
          const about = entity?.fields[field];
          if (!about) return null;
          const Editor = editorOf(about);
          return (
            <Labelled key={field} label={about.title} of={`step-${field}`} fault={unread.words[field]}>
              <Suspense fallback={<div className="field field-waiting" />}>
                <Editor id={`step-${field}`} entity={name} name={field} field={about} value={values[field] ?? null} record={values} readOnly={false} required={false} fault={unread.words[field]} onChange={(value) => change(field, value)} onUnread={(words) => unread.tell(field, words)} />
              </Suspense>
            </Labelled>
          );
        })}
        <Labelled label={t(required ? "workflow.commentAsk" : "workflow.comment")} of="step-comment" required={required}>
          <TextInput id="step-comment" value={comment} label={t("workflow.comment")} onInput={setComment} autoFocus={wanted.length === 0} />
        </Labelled>
      </div>
    </Dialog>
  );
}
