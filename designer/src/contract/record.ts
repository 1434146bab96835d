/** A record or a line as the engine sends it: decimals and dates are text, links are ids or the fields asked for. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export type Entry = Readonly<Record<string, Json>>;

export interface Page {
  readonly next: string | null;
  readonly count: number | null;
}

export interface Listing<T = Entry> {
  readonly data: readonly T[];
  readonly page: Page;
}

/** One change of a record. */
export interface Change {
  readonly at: string;
  readonly version: number | null;
  readonly action: string;
  readonly actor: { readonly id: string; readonly name: string | null } | null;
  readonly changes: readonly {
    readonly field: string;
    readonly title: string;
    readonly old: Json;
    readonly new: Json;
    readonly oldLabel: string | null;
    readonly newLabel: string | null;
  }[];
  /** Of steps of a workflow and agreements. */
  readonly details?: { readonly comment?: string } | null;
}

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
