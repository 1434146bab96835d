import { useQuery } from "@tanstack/react-query";
import { countQuery } from "../../data/records.ts";
import type { Words } from "../../render/text/text.ts";
import type { Asked } from "../../render/view/view.ts";

/** Which records a list shows, whatever it shows of them. */
export const shownBy = (entity: string, { filter, q, deleted }: Asked) => ({ entity, deleted, ...(filter && { filter }), ...(q && { q }) });

/** Up to here what is told roughly is exact. */
const EXACT_UP_TO = 10_000;

export const countWords = ({ count, isExact }: Counted, t: Words): string => t(isExact ? "list.count" : "list.countAbout", { count });

export interface Counted {
  readonly count: number;
  readonly isExact: boolean;
}

/** How many there are: exactly where that is cheap, or where somebody else counted already. */
export function useCount(entity: string, asked: Asked): Counted | null {
  const shown = shownBy(entity, asked);
  const rough = useQuery(countQuery(shown)).data ?? null;
  const exact = useQuery({ ...countQuery(shown, "exact"), enabled: false }).data ?? null;
  const count = exact ?? rough;
  return count === null ? null : { count, isExact: exact !== null || count <= EXACT_UP_TO };
}
