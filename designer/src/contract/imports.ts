import type { Fault } from "./account.ts";

export type DateOrder = "ymd" | "dmy" | "mdy";

/** How a file is taken in. */
export interface ImportOrder {
  readonly format: string;
  /** The field of each column; columns that are not named are left out. */
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
  readonly dryRun: boolean;
  readonly partial: boolean;
  readonly dates: DateOrder;
  readonly decimals: "." | ",";
}

export type ImportStatus = "waiting" | "running" | "done" | "failed" | "stopped" | "undoing" | "undone";

/** A file that is, was or will be taken in. */
export interface ImportRun {
  readonly id: string;
  readonly file_name: string;
  readonly status: ImportStatus;
  /** How much of the file is read, in percent; decimals come as text. */
  readonly share: number | string;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly kept: boolean;
  readonly undoable: boolean;
  readonly problem: string | null;
  readonly undone: number | null;
  readonly left: number | null;
  readonly created_at: string;
  readonly order: ImportOrder;
  readonly errors?: readonly { readonly row: number; readonly errors: readonly Fault[] }[];
}

/** The beginning of a file. */
export interface ImportPreview {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export interface ImportTemplate {
  readonly name: string;
  readonly order: ImportOrder;
}
