import type { Fault } from "../contract/account.ts";
import { get, placeOf, post, Refusal } from "./client.ts";

/** A step of a workflow, as the engine offers it for a record. */
export interface Step {
  readonly name: string;
  readonly title: string;
  readonly field: string;
  readonly to: string;
  readonly toTitle: string;
  readonly allowed: boolean;
  readonly reasons: readonly Fault[];
  readonly comment: "required" | "optional";
  /** What is asked before it is taken. */
  readonly confirm?: string;
}

/** The steps that leave the states of a record; none where the entity has no workflow, or the record is not there. */
export async function readSteps(entity: string, id: string, signal?: AbortSignal): Promise<readonly Step[]> {
  try {
    return (await get<{ data: readonly Step[] }>(`${placeOf(entity)}/${id}/transitions`, signal)).data;
  } catch (refused) {
    if (refused instanceof Refusal && refused.status === 404) return [];
    throw refused;
  }
}

export const takeStep = (entity: string, id: string, step: string, comment: string) => {
  return post(`${placeOf(entity)}/${id}/transitions/${step}`, comment === "" ? {} : { comment });
};
