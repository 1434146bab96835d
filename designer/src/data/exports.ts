import { file, placeOf } from "./client.ts";

/** What an export is asked for, as its address or its body says it. */
export interface Exported {
  readonly format: string;
  readonly ids?: readonly string[];
  readonly filter?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly fields?: string | undefined;
  /** Those in the bin instead. */
  readonly deleted?: boolean;
}

const KEPT_MILLISECONDS = 60_000;

/** Exports records to a file that is kept by the browser; whoever may not, or asks for too much, is told. */
export async function keepExport(entity: string, asked: Exported): Promise<void> {
  const content = URL.createObjectURL(await file(`${placeOf(entity)}/export`, asked));
  const link = document.createElement("a");
  link.href = content;
  link.download = `${entity.slice(entity.indexOf(".") + 1)}.${asked.format}`;
  link.click();
  // Some browsers fetch it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(content), KEPT_MILLISECONDS);
}
