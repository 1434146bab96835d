import { useQuery } from "@tanstack/react-query";
import { readPage, recordsKey } from "../../data/records.ts";
import type { Asked } from "../../render/view/view.ts";

/** Which records a list shows, whatever it shows of them. */
export const shownBy = (entity: string, { filter, q, deleted }: Asked) => ({ entity, deleted, ...(filter && { filter }), ...(q && { q }) });

/** How many there are: exactly where that is cheap. */
export function useCount(entity: string, asked: Asked): number | null {
  const wanted = { ...shownBy(entity, asked), fields: ["id"], limit: 1, counted: true };
  const { data } = useQuery({ queryKey: [...recordsKey(entity), "count", wanted], queryFn: ({ signal }) => readPage(wanted, null, signal) });
  return data?.page.count ?? null;
}
