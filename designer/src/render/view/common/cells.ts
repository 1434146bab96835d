import type { Screen } from "../../../contract/screen.ts";

/** What is counted by what; it stands in the address. */
export interface Cube {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly measure: string;
  /** How it is drawn, where somebody chose. */
  readonly kind?: string;
}

export const COUNT = "count()";

const names = (text: string | undefined) => (text ? text.split(",") : []);

/** What the address says, else what the view says. */
export function cubeOf(screen: Screen, at: string | undefined): Cube {
  const uses = screen.uses ?? {};
  const measures = uses["measures"] ?? [COUNT];
  if (at?.includes("|")) {
    const [rows, columns, measure, kind] = at.split("|");
    return { rows: names(rows), columns: names(columns), measure: measure || COUNT, ...(kind && { kind }) };
  }
  return { rows: uses["rows"] ?? uses["dimensions"] ?? [], columns: uses["columns"] ?? [], measure: measures.find((each) => each !== COUNT) ?? measures[0] ?? COUNT };
}

export const writeCube = ({ rows, columns, measure, kind }: Cube) => [rows.join(), columns.join(), measure, ...(kind ? [kind] : [])].join("|");

export interface Cell {
  /** The keys of the group, rows first. */
  readonly keys: readonly string[];
  readonly titles: readonly string[];
  readonly value: number;
  /** The condition that holds for its records. */
  readonly filter?: string;
}

export interface Line {
  readonly key: string;
  readonly titles: readonly string[];
}

/** The different first or last parts of keys, in the order of their titles; options keep their own. */
export function linesOf(cells: readonly Cell[], from: number, to: number, order: (index: number, key: string) => number): readonly Line[] {
  const lines = new Map<string, Line & { readonly keys: readonly string[] }>();
  for (const { keys, titles } of cells) {
    const key = JSON.stringify(keys.slice(from, to));
    if (!lines.has(key)) lines.set(key, { key, titles: titles.slice(from, to), keys: keys.slice(from, to) });
  }
  return [...lines.values()].sort((one, other) => {
    for (const [index, key] of one.keys.entries()) {
      const by = order(from + index, key) - order(from + index, other.keys[index] ?? "");
      if (by !== 0) return by;
      const words = (one.titles[index] ?? "").localeCompare(other.titles[index] ?? "");
      if (words !== 0) return words;
    }
    return 0;
  });
}
