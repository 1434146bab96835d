import type { Entry } from "../../../contract/record.ts";
import { Refusal } from "../../../data/client.ts";
import { change, changed } from "../../../data/records.ts";
import { readSteps, type Said, type Step, takeStep, wantsFields } from "../../../data/steps.ts";

/** What became of a card that was let go over another column. */
export type Moved =
  | { readonly kind: "done" }
  /** The step wants a comment first, or values for fields. */
  | { readonly kind: "comment"; readonly step: Step }
  | { readonly kind: "refused"; readonly reasons: Step["reasons"] }
  /** No step leads there; these could be taken instead. */
  | { readonly kind: "noWay"; readonly others: readonly Step[] };

const BY_TRANSITION = "AR-421";

/** Which of the steps a move to a state means: one that may be taken, else the first, whose reasons say why not. */
export function stepTo(steps: readonly Step[], field: string, state: string): Step | undefined {
  const leading = steps.filter((step) => step.field === field && step.to === state);
  return leading.find(({ allowed }) => allowed) ?? leading[0];
}

/** Takes a record to another column: by its workflow where it has one, else by changing the field. */
export async function move(entity: string, record: Entry, field: string, key: string | null): Promise<Moved> {
  const id = String(record["id"]);
  const steps = await readSteps(entity, id);
  const step = key === null ? undefined : stepTo(steps, field, key);
  if (step) {
    if (wantsFields(step)) return { kind: "comment", step };
    if (!step.allowed) return { kind: "refused", reasons: step.reasons };
    if (step.comment === "required") return { kind: "comment", step };
    await take(entity, id, step, {});
    return { kind: "done" };
  }
  try {
    await change(entity, id, { [field]: key }, Number(record["version"]));
    return { kind: "done" };
  } catch (refused) {
    const byWorkflow = refused instanceof Refusal && [refused.code, ...refused.faults.map(({ code }) => code)].includes(BY_TRANSITION);
    if (byWorkflow) return { kind: "noWay", others: steps.filter((each) => each.field === field && each.allowed) };
    throw refused;
  }
}

export async function take(entity: string, id: string, step: Step, said: Said): Promise<void> {
  await takeStep(entity, id, step.name, said);
  await changed(entity);
}
