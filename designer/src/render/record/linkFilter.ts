import type { Entry } from "../../contract/record.ts";
import { idOf, isEntry } from "../../contract/record.ts";
import { quote } from "../condition/condition.ts";

/**
 * The condition on what a link offers, with the values of the record that links in place of `record.…`; absent as long as
 * one that it needs is empty, because then nothing can be said yet.
 */
export function linkFilter(filter: string | undefined, record: Entry): string | undefined {
  if (!filter) return undefined;
  let empty = false;
  const filled = filter.replace(/\brecord\.([a-z][a-z0-9_]*)/g, (_, name: string) => {
    const value = record[name];
    if (value === null || value === undefined) empty = true;
    const plain = isEntry(value) ? idOf(value) : value;
    return typeof plain === "boolean" || typeof plain === "number" ? String(plain) : quote(String(plain));
  });
  return empty ? undefined : filled;
}
