import type { components } from "../contract/generated/answers.ts";
import type { Entry } from "../contract/record.ts";
import { get, placeOf, post, Refusal } from "./client.ts";

/** A step of a workflow, as the engine offers it for a record. */
export type Step = components["schemas"]["WorkflowStep"];

/** How far those are who must agree to a step. */
export type Standing = NonNullable<Step["approvals"]>;

/** What no value of a field changes: where the record is, who asks, and what was decided before. */
const FINAL = ["AR-425", "AR-426", "AR-430", "AR-431", "AR-432", "AR-433", "AR-435"];

/** Whether the step could be taken if only its empty fields had values. */
export const wantsFields = ({ allowed, fields, reasons }: Step) => !allowed && fields.length > 0 && !reasons.some(({ code }) => FINAL.includes(code));

/** The steps that leave the states of a record; none where the entity has no workflow, or the record is not there. */
export async function readSteps(entity: string, id: string, signal?: AbortSignal): Promise<readonly Step[]> {
  try {
    return (await get<{ data: readonly Step[] }>(`${placeOf(entity)}/${id}/transitions`, signal)).data;
  } catch (refused) {
    if (refused instanceof Refusal && refused.status === 404) return [];
    throw refused;
  }
}

/** What is said with a step. */
export interface Said {
  readonly comment?: string;
  readonly values?: Entry;
  /** For those who are asked to agree; to agree where nothing is said. */
  readonly decision?: "approve" | "reject" | "return" | "reassign";
  /** To whom it is passed on. */
  readonly to?: string;
}

/** @returns the record as it is then, or the one that the step made of it; nothing where it no longer is for whoever took it */
export const takeStep = (entity: string, id: string, step: string, { comment = "", values = {}, ...more }: Said = {}) => {
  return post<Entry | null>(`${placeOf(entity)}/${id}/transitions/${step}`, { ...(comment !== "" && { comment }), ...(Object.keys(values).length > 0 && { values }), ...more });
};
