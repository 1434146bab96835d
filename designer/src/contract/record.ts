import type { components } from "./generated/answers.ts";

/** A record or a line as the engine sends it: decimals and dates are text, links are ids or the fields asked for. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export type Entry = Readonly<Record<string, Json>>;

export type Page = components["schemas"]["Page"];

export interface Listing<T = Entry> {
  readonly data: readonly T[];
  readonly page: Page;
}

/** One change of a record. */
export type Change = Omit<Told, "changes"> & { readonly changes: readonly (Omit<Told["changes"][number], "old" | "new"> & { readonly old: Json; readonly new: Json })[] };

type Told = components["schemas"]["Change"];

export const isEntry = (value: Json | undefined): value is Entry => {
  return typeof value === "object" && value !== null && !Array.isArray(value);
};

/** The id of a link, whether its fields were asked for or not. */
export function idOf(value: Json | undefined): string | null {
  if (typeof value === "string") return value;
  return isEntry(value) && typeof value["id"] === "string" ? value["id"] : null;
}

/** Whether a value is kept from the caller. */
export const isHidden = (value: Json | undefined) => isEntry(value) && "$hidden" in value;

/** Whether a value is not there as it is: hidden, or masked in part. */
export const isClosed = (value: Json | undefined) => isEntry(value) && ("$hidden" in value || "$masked" in value);
