import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { recordsKey } from "../../data/records.ts";
import { readSteps, type Step } from "../../data/steps.ts";
import { Button } from "../../render/control/Button.tsx";
import { Popover } from "../../render/control/Popover.tsx";
import { isAsked, StepComment } from "../../render/step/StepComment.tsx";
import { useWords } from "../../render/text/text.ts";

interface Props {
  readonly entity: string;
  readonly ids: readonly string[];
  readonly busy: boolean;
  readonly onStep: (step: Step, comment: string) => void;
}

/** Of so many records it is asked which steps they may take; the others show when they are taken. */
const ASKED = 12;

/** The steps of the workflow that the selected records may take. */
export function StepMenu({ entity, ids, busy, onStep }: Props) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [commented, setCommented] = useState<Step | null>(null);
  const asked = ids.slice(0, open ? ASKED : 1);
  const answers = useQueries({
    queries: asked.map((id) => ({ queryKey: [...recordsKey(entity), "steps", id], queryFn: ({ signal }: { signal: AbortSignal }) => readSteps(entity, id, signal) })),
  });
  const steps = answers.flatMap(({ data }) => data ?? []);
  const names = [...new Set(steps.map(({ name }) => name))];
  if (names.length === 0) return null;
  const choose = (step: Step) => {
    setOpen(false);
    if (isAsked(step)) setCommented(step);
    else onStep(step, "");
  };
  return (
    <>
      <Button id="list-steps" design="Transparent" popup="menu" disabled={busy} onPress={() => setOpen(!open)}>
        {t("bulk.steps")}
      </Button>
      <Popover opener="list-steps" open={open} label={t("bulk.steps")} onClose={() => setOpen(false)}>
        <div className="menu-list" role="menu" aria-label={t("bulk.steps")}>
          {names.map((name) => {
            const same = steps.filter((step) => step.name === name);
            const allowed = same.filter((step) => step.allowed);
            const [first = same[0]] = allowed;
            if (!first) return null;
            const why = allowed.length === 0 ? first.reasons.map(({ message }) => message).join(" ") : "";
            return (
              <button key={name} type="button" role="menuitem" className="plain menu-entry" aria-disabled={allowed.length === 0} onClick={() => allowed.length > 0 && choose(first)}>
                <span className="grow">
                  {first.title}
                  {why && <small className="muted menu-why">{why}</small>}
                </span>
                {allowed.length > 0 && allowed.length < asked.length && <small className="muted">{t("bulk.some", { count: allowed.length, of: asked.length })}</small>}
              </button>
            );
          })}
        </div>
      </Popover>
      {commented && (
        <StepComment
          entity={entity}
          step={commented}
          onClose={() => setCommented(null)}
          onGo={({ comment = "" }) => {
            setCommented(null);
            onStep(commented, comment);
          }}
        />
      )}
    </>
  );
}
