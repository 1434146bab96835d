import type { Fault } from "../../../contract/account.ts";
import type { Json } from "../../../contract/record.ts";
import { get, placeOf, post, Refusal } from "../../../data/client.ts";
import { change, changed } from "../../../data/records.ts";

interface Step {
  readonly name: string;
  readonly field: string;
  readonly to: string;
  readonly allowed: boolean;
  readonly reasons: readonly Fault[];
}

interface Move {
  readonly entity: string;
  readonly id: string;
  readonly version: number;
  readonly field: string;
  readonly value: Json;
}

/** Gives a record another value of a field; where a workflow holds the field, by the step that leads there. */
export async function moveTo({ entity, id, version, field, value }: Move): Promise<void> {
  const steps = (await stepsOf(entity, id)).filter((step) => step.field === field);
  if (steps.length === 0) {
    await change(entity, id, { [field]: value }, version);
    return;
  }
  const leading = steps.filter(({ to }) => to === value);
  const step = leading.find(({ allowed }) => allowed);
  if (step) {
    await post(`${placeOf(entity)}/${id}/transitions/${step.name}`);
    await changed(entity);
    return;
  }
  const [reason] = leading.flatMap(({ reasons }) => reasons);
  if (!reason) {
    // No step leads there: the engine says so in its own words.
    await change(entity, id, { [field]: value }, version);
    return;
  }
  throw new Refusal({ status: 422, code: reason.code, title: reason.message, detail: reason.message, ...(reason.hint && { hint: reason.hint }) });
}

async function stepsOf(entity: string, id: string): Promise<readonly Step[]> {
  try {
    return (await get<{ data: readonly Step[] }>(`${placeOf(entity)}/${id}/transitions`)).data;
  } catch (refused) {
    if (refused instanceof Refusal && refused.status === 404) return [];
    throw refused;
  }
}
