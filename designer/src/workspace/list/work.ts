import { Refusal } from "../../data/client.ts";

/** What became of one record among many. */
export interface Outcome {
  readonly id: string;
  readonly refused?: Refusal;
}

/** So many records go into one request: all of them, or none. */
export const AT_ONCE = 200;

/** Does something for each record by itself, and tells what became of each. */
export async function eachAlone(ids: readonly string[], work: (id: string) => Promise<unknown>, onDone: (count: number) => void = () => undefined): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of ids) {
    try {
      await work(id);
      outcomes.push({ id });
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      outcomes.push({ id, refused: failure });
    }
    onDone(outcomes.length);
  }
  return outcomes;
}

/** Does something for many at once; where that is refused, for each by itself, so that one does not stop the others. */
export async function together(ids: readonly string[], work: (part: readonly string[]) => Promise<unknown>, onDone: (count: number) => void): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const part = ids.slice(start, start + AT_ONCE);
    try {
      await work(part);
      outcomes.push(...part.map((id) => ({ id })));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      const alone = part.length === 1 ? part.map((id) => ({ id, refused: failure })) : await eachAlone(part, (id) => work([id]), (count) => onDone(start + count));
      outcomes.push(...alone);
    }
    onDone(outcomes.length);
  }
  return outcomes;
}
