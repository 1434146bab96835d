import { useState } from "react";
import type { Json } from "../../contract/record.ts";
import { idOf } from "../../contract/record.ts";
import type { Field } from "../../contract/screen.ts";
import type { Said, Step } from "../../data/steps.ts";
import { Button } from "../../render/control/Button.tsx";
import { Dialog } from "../../render/control/Dialog.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { Popover } from "../../render/control/Popover.tsx";
import { TextInput } from "../../render/control/TextInput.tsx";
import { useWords } from "../../render/text/text.ts";
import { LinkEdit } from "../../render/widget/LinkEdit.tsx";
import { Person } from "./panel/Person.tsx";

interface Props {
  readonly entity: string;
  readonly step: Step;
  readonly disabled: boolean;
  readonly onDecide: (said: Said) => void;
}

const OTHERWISE = { reject: "approval.reject", return: "approval.return", reassign: "approval.reassign" } as const;
type Otherwise = keyof typeof OTHERWISE;

/** Who must agree to a step, how many have, and what one says oneself. */
export function Approval({ entity, step, disabled, onDecide }: Props) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<Otherwise | null>(null);
  const { approvals } = step;
  const opener = `otherwise-${step.name}`;
  return (
    <span className="approval">
      {step.allowed && (
        <>
          <Button design="Positive" disabled={disabled} onPress={() => onDecide({ decision: "approve" })} label={`${step.title} → ${step.toTitle}`}>
            {step.title}
          </Button>
          <Button id={opener} disabled={disabled} popup="menu" onPress={() => setOpen(!open)}>
            {t("approval.otherwise")}
          </Button>
          <Popover opener={opener} open={open} label={t("approval.otherwise")} onClose={() => setOpen(false)}>
            <div className="menu-list" role="menu" aria-label={t("approval.otherwise")}>
              {(Object.keys(OTHERWISE) as Otherwise[]).map((each) => (
                <button
                  key={each}
                  type="button"
                  role="menuitem"
                  className="plain menu-entry"
                  onClick={() => {
                    setOpen(false);
                    setAsked(each);
                  }}
                >
                  {t(OTHERWISE[each])}
                </button>
              ))}
            </div>
          </Popover>
        </>
      )}
      {approvals && (
        <small className="muted">
          {!step.allowed && `${step.title}: `}
          {t("approval.progress", { approved: approvals.approved, needed: approvals.needed })}
          {approvals.asked.length > 0 && ` · ${t("approval.asked")} `}
          {approvals.asked.map((who, index) => (
            <span key={who}>
              {index > 0 && ", "}
              <Person id={who} />
            </span>
          ))}
        </small>
      )}
      {asked && (
        <Decision
          entity={entity}
          kind={asked}
          title={`${step.title}: ${t(OTHERWISE[asked])}`}
          onClose={() => setAsked(null)}
          onGo={(said) => {
            setAsked(null);
            onDecide({ decision: asked, ...said });
          }}
        />
      )}
    </span>
  );
}

interface DecisionProps {
  readonly entity: string;
  readonly kind: Otherwise;
  readonly title: string;
  readonly onGo: (said: Said) => void;
  readonly onClose: () => void;
}

function Decision({ entity, kind, title, onGo, onClose }: DecisionProps) {
  const t = useWords();
  const [comment, setComment] = useState("");
  const [who, setWho] = useState<Json>(null);
  const to = idOf(who);
  const required = kind === "return";
  const field: Field = { title: t("approval.to"), type: "link", widget: "link", required: true, readOnly: false, to: { entity: "sys.user", title: t("share.user"), label: "name" } };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button design="Emphasized" disabled={(required && comment.trim() === "") || (kind === "reassign" && !to)} onPress={() => onGo({ comment: comment.trim(), ...(kind === "reassign" && to && { to }) })}>
            {t(OTHERWISE[kind])}
          </Button>
          <Button onPress={onClose}>{t("action.cancel")}</Button>
        </>
      }
    >
      <div className="stack">
        {kind === "reassign" && (
          <Labelled label={field.title} of="approval-to" required>
            <LinkEdit id="approval-to" entity={entity} name="to" field={field} value={who} record={{}} readOnly={false} required={false} fault={undefined} onlyFinds onChange={setWho} />
          </Labelled>
        )}
        <Labelled label={t(required ? "workflow.commentAsk" : "workflow.comment")} of="approval-comment" required={required}>
          <TextInput id="approval-comment" value={comment} label={t("workflow.comment")} onInput={setComment} autoFocus={kind !== "reassign"} />
        </Labelled>
      </div>
    </Dialog>
  );
}
