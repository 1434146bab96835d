import { useQueries } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { placeOf, query, get } from "../../data/client.ts";
import type { Entry, Listing } from "../../contract/record.ts";
import { entityQuery } from "../../data/screens.ts";
import { keeper } from "../../data/keeper.ts";
import type { Place } from "../shell/places.ts";

const PAUSE = 180;
const EACH = 4;
/** So many lists are asked at once; the menu's own order tells which matter. */
const MOST_ENTITIES = 8;
const LONG_ENOUGH = 2;

/** Records of the menu's entities in which the words occur. */
export function useFoundRecords(places: readonly Place[], words: string): readonly Place[] {
  const asked = useLater(useDeferredValue(words));
  const entities = [...new Set(places.flatMap(({ entity }) => (entity ? [entity] : [])))].slice(0, MOST_ENTITIES);
  return useQueries({
    queries: entities.map((entity) => ({
      queryKey: ["found", entity, asked],
      enabled: asked.length >= LONG_ENOUGH,
      retry: false,
      queryFn: ({ signal }: { signal: AbortSignal }) => find(entity, asked, signal),
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
}

async function find(entity: string, words: string, signal: AbortSignal): Promise<readonly Place[]> {
  const { label, singular, icon, features } = await keeper.fetchQuery(entityQuery(entity));
  if (!features.search) return [];
  const listing = await get<Listing>(`${placeOf(entity)}${query({ q: words, fields: `id,${label}`, limit: EACH })}`, signal);
  return listing.data.map((record) => place(entity, record, label, singular, icon));
}

function place(entity: string, record: Entry, label: string, under: string, icon: string | undefined): Place {
  const id = String(record["id"]);
  return { key: `${entity}/${id}`, entity, id, title: String(record[label] ?? id), under, ...(icon && { icon }) };
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
