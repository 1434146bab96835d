import type { Entry, Json } from "../../../contract/record.ts";
import type { Grain } from "../common/dimension.ts";

/** A line of the grid: a record, the head of a group, the rest of one, or a record that is still on its way. */
export type Line =
  | { readonly kind: "record"; readonly id: string; readonly record: Entry }
  | { readonly kind: "group"; readonly key: string; readonly value: Json; readonly grain: Grain | undefined; readonly count: number; readonly group: Entry }
  | { readonly kind: "more"; readonly key: string; readonly group: string; readonly count: number; readonly filter: string }
  | { readonly kind: "waiting" };

/** All that a list shows, however much: what was not read yet waits until somebody looks at it. */
export interface Lines {
  /** How many there are; roughly, until the end was looked for. */
  readonly length: number;
  /** Whether the length is the true one. */
  readonly isWhole: boolean;
  /** Whether nothing that shows is being read anew, or is still of the list before. */
  readonly isSettled: boolean;
  at(index: number): Line | undefined;
  /** Where a record stands, if it is among those that were read and show. */
  rowOf(id: string): number | undefined;
  /** Those that were read and stand together around those that show. */
  readonly known: readonly Line[];
  /** Reads the lines from one to another, which somebody sees. */
  look(first: number, last: number): void;
  /** Finds out where the end is. */
  seekEnd(): void;
  /** The ids of the records from one line to another. */
  ids(first: number, last: number): Promise<readonly string[]>;
}

export const WAITING: Line = { kind: "waiting" };

const made = new WeakMap<readonly Entry[], readonly Line[]>();

/** The lines of records: the same ones as long as the records are. */
export function linesOf(records: readonly Entry[]): readonly Line[] {
  const known = made.get(records);
  if (known) return known;
  const lines = records.map((record): Line => ({ kind: "record", id: String(record["id"]), record }));
  made.set(records, lines);
  return lines;
}

/** Where a record stands among some lines. */
export function rowIn(lines: readonly Line[], id: string): number | undefined {
  const row = lines.findIndex((line) => line.kind === "record" && line.id === id);
  return row < 0 ? undefined : row;
}

export const idsOf = (lines: readonly Line[]): readonly string[] => lines.flatMap((line) => (line.kind === "record" ? [line.id] : []));

/** Lines that were all read. */
export function readLines(lines: readonly Line[], { isWhole, isSettled, look, seekEnd }: Pick<Lines, "isWhole" | "isSettled" | "look" | "seekEnd">): Lines {
  return {
    length: lines.length,
    isWhole,
    isSettled,
    at: (index) => lines[index],
    rowOf: (id) => rowIn(lines, id),
    known: lines,
    look,
    seekEnd,
    ids: (first, last) => Promise.resolve(idsOf(lines.slice(first, last + 1))),
  };
}
