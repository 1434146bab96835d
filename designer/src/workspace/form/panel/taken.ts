import type { Change } from "../../../contract/record.ts";
import type { Workflow } from "../../../contract/screen.ts";
import { titleOf } from "../../../render/text/named.ts";

/** A step that was taken, in words. */
export interface Taken {
  readonly step: string;
  readonly from: string;
  readonly to: string;
  /** The field that holds the states. */
  readonly field: string | undefined;
}

interface Move {
  readonly workflow?: string;
  readonly transition?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The steps of one change: the one that was asked for, then those that followed from it. Names stand for what is not there any more. */
export function takenOf({ action, details }: Pick<Change, "action" | "details">, workflows: readonly Workflow[]): readonly Taken[] {
  if (action !== "transition" || !details) return [];
  return [details, ...(details.also ?? [])].flatMap((move) => taken(move, workflows));
}

function taken({ workflow, transition, from = "", to = "" }: Move, workflows: readonly Workflow[]): readonly Taken[] {
  if (!transition) return [];
  const known = workflows.find(({ name }) => name === workflow);
  const called = (state: string) => known?.states[state]?.title ?? titleOf(state);
  return [{ step: known?.transitions[transition]?.title ?? titleOf(transition), from: called(from), to: called(to), field: known?.field }];
}

/** The step on which somebody was asked to agree. */
export function agreedOn({ action, details }: Pick<Change, "action" | "details">, workflows: readonly Workflow[]): string | null {
  if (!action.startsWith("approval") || !details?.transition) return null;
  return workflows.find(({ name }) => name === details.workflow)?.transitions[details.transition]?.title ?? titleOf(details.transition);
}
