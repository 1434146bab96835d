import { useState } from "react";
import type { StoredFile } from "../../contract/file.ts";
import type { ImportOrder } from "../../contract/imports.ts";
import { keep, readKept } from "../../render/control/kept.ts";

/** How far somebody is with an import. */
export interface Work {
  readonly file: StoredFile;
  readonly order: ImportOrder;
  /** What was begun with it, tried or real. */
  readonly run: { readonly id: string; readonly dryRun: boolean } | null;
}

/**
 * What was chosen and said of a file is kept, so that one finds it again who reloads the page or was elsewhere meanwhile. An import that
 * was begun in earnest is kept no longer than its page is open: what became of it stands among the earlier ones.
 */
export function useWork(entity: string) {
  const name = `armature.import.${entity}`;
  const [work, setNow] = useState(() => readKept<Work | null>(name, null));
  const setWork = (next: Work | null) => {
    keep(name, next === null || next.run?.dryRun === false ? undefined : next);
    setNow(next);
  };
  return { work, setWork };
}
