import type { components } from "../contract/generated/answers.ts";
import { get, placeOf, post, Refusal } from "./client.ts";

/** A step of a workflow, as the engine offers it for a record. */
export type Step = components["schemas"]["WorkflowStep"];

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
