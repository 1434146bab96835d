import { type Entry, isEntry, type Json } from "../../contract/record.ts";
import type { Field, Fields } from "../../contract/screen.ts";

/** The code of the currency that an amount is in, as far as it is known here: it stands beside it, or in what links lead to. */
export function currencyOf(field: Pick<Field, "currency">, record: Entry): string | undefined {
  if (!field.currency) return undefined;
  const link = field.currency.split(".").reduce<Json | undefined>((at, name) => (isEntry(at) ? at[name] : undefined), record);
  return isEntry(link) && typeof link["code"] === "string" ? link["code"] : undefined;
}

/** What to ask of links so that amounts are shown in their currency. */
export const currencyPaths = (fields: Fields): readonly string[] => Object.values(fields).flatMap(({ currency }) => (currency?.includes(".") ? [`${currency}.code`] : []));

/** A line with its record, as that stands in the form by now, where its link back to it leads. */
export function lineIn(line: Entry, record: Entry, by: string | undefined): Entry {
  if (!by) return line;
  const known = line[by];
  return { ...line, [by]: isEntry(known) ? { ...known, ...record } : record };
}
