import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import type { components } from "../../contract/generated/answers.ts";
import { get, query } from "../../data/client.ts";
import type { Place } from "../shell/places.ts";

type Findings = components["schemas"]["Findings"];

const PAUSE = 180;
const EACH = 4;
const LONG_ENOUGH = 2;

/** What was found so far; it is of other words until it is known for these. */
export interface Found {
  readonly records: readonly Place[];
  readonly isKnown: boolean;
}

/** Records in which the words occur, or nearly occur where none has them, of all that the user may read. */
export function useFoundRecords(words: string): Found {
  const asked = useLater(useDeferredValue(words));
  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: ["found", asked],
    enabled: asked.length >= LONG_ENOUGH,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Findings>(`/api/search${query({ q: asked, limit: EACH })}`, signal),
  });
  if (words.length < LONG_ENOUGH) return { records: [], isKnown: true };
  const records = (data?.data ?? []).map(({ entity, id, title, kind, icon }) => ({ key: `${entity}/${id}`, entity, id, title: title || id, under: kind, ...(icon && { icon }) }));
  return { records, isKnown: asked === words && !isFetching && !isPlaceholderData };
}

/** The value once it has stayed the same for a moment. */
function useLater(value: string): string {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}
