import type { Listing } from "../../../contract/record.ts";
import { keeper } from "../../../data/keeper.ts";
import { readPage, recordsKey, type Wanted } from "../../../data/records.ts";

/** So many records are read at once. */
export const PART = 100;

/** From here on it is shorter to count from the end, where that is nearer. */
const FAR = 5_000;

/** Whether a part is read from the end of the list: where that is much nearer than its beginning. */
export const isFromEnd = (part: number, length: number) => part * PART >= FAR && part * PART > length / 2;

/** Names a part among all that are kept; one that is counted from the end is another where the end is another. */
export const partKey = (wanted: Wanted, part: number, length: number) => [...recordsKey(wanted.entity), "list", wanted, part, ...(isFromEnd(part, length) ? [length] : [])];

export const keptPart = (wanted: Wanted, part: number, length: number) => (part < 0 ? undefined : keeper.getQueryData<Listing>(partKey(wanted, part, length)));

/** How to ask for a part: after the one before it where that was read, else by counting. */
export interface Asking {
  readonly wanted: Wanted;
  readonly cursor: string | null;
}

/**
 * How a part is asked for.
 *
 * @param before the part that was read before it, in the same direction
 */
export function askingFor(wanted: Wanted, part: number, length: number, before: Listing | undefined): Asking {
  const cursor = before?.page.next ?? null;
  if (!isFromEnd(part, length)) return { wanted: { ...wanted, limit: PART, ...(cursor === null && part > 0 && { offset: part * PART }) }, cursor };
  const limit = Math.min(PART, length - part * PART);
  const offset = length - part * PART - limit;
  return { wanted: { ...wanted, reverse: true, limit, ...(cursor === null && offset > 0 && { offset }) }, cursor };
}

/** Reads a part of a list of which is known how long it is. */
export async function readPart(wanted: Wanted, part: number, length: number, signal: AbortSignal): Promise<Listing> {
  const fromEnd = isFromEnd(part, length);
  const beside = fromEnd ? part + 1 : part - 1;
  const before = part > 0 && isFromEnd(beside, length) === fromEnd ? keptPart(wanted, beside, length) : undefined;
  const asking = askingFor(wanted, part, length, before);
  const read = await readPage(asking.wanted, asking.cursor, signal);
  return fromEnd ? { ...read, data: [...read.data].reverse() } : read;
}
