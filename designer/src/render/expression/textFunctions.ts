import type { Run } from "./functions.ts";
import { type Known, textOf, type Value } from "./value.ts";

const BLANK = /^[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+|[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+$/g;
const MOST = 1_000_000_000n;

const text = (run: (text: string) => Value): Run => {
  return ([value]) => run(value as string);
};
const test = (run: (text: string, other: string) => boolean): Run => {
  return ([value, other]) => run(value as string, other as string);
};
const written: Run = ([value]) => textOf(value as Known);

const patterns = new Map<string, RegExp>();

function pattern(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, "u");
  patterns.set(source, known);
  return known;
}

export const textFunctions: Readonly<Record<string, Run>> = {
  "concat.text": ([left, right]) => `${left as string}${right as string}`,
  "size.text": text((value) => BigInt([...value].length)),
  "size.list": ([list]) => BigInt((list as readonly Value[]).length),
  lower: text((value) => value.toLowerCase()),
  upper: text((value) => value.toUpperCase()),
  trim: text((value) => value.replace(BLANK, "")),
  contains: test((value, part) => value.includes(part)),
  startsWith: test((value, part) => value.startsWith(part)),
  endsWith: test((value, part) => value.endsWith(part)),
  matches: test((value, source) => pattern(source).test(value)),
  replace: ([value, from, to]) => {
    return from === "" ? (value as string) : (value as string).split(from as string).join(to as string);
  },
  "substring.from": ([value, start]) => substring(value as string, start as bigint, MOST),
  "substring.range": ([value, start, end]) => substring(value as string, start as bigint, end as bigint),
  split: ([value, separator]) => split(value as string, separator as string),
  join: ([list, separator]) => (list as readonly Value[]).map(String).join(separator as string),
  "text.text": written,
  "text.integer": written,
  "text.decimal": written,
  "text.boolean": written,
  "text.date": written,
  "text.time": written,
  "text.dateTime": written,
};

/** Characters, not units of UTF-16; null for a negative index. */
function substring(value: string, start: bigint, end: bigint): string | null {
  if (start < 0n || end < 0n) return null;
  const index = (at: bigint) => Number(at < MOST ? at : MOST);
  return [...value].slice(index(start), index(end)).join("");
}

function split(value: string, separator: string): readonly string[] {
  if (value === "") return [];
  return separator === "" ? [value] : value.split(separator);
}
