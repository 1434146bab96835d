import { queryOptions } from "@tanstack/react-query";
import type { Listing } from "../contract/record.ts";
import { get, placeOf, query } from "./client.ts";
import { entitiesQuery } from "./entities.ts";
import { keeper } from "./keeper.ts";

interface Waiting {
  readonly id: string;
  readonly tell: (name: string | null) => void;
  readonly fail: (failure: unknown) => void;
}

const waiting = new Map<string, Waiting[]>();
const MOST = 100;

/** What a record of some entity is called. Those of one entity that are asked for together are read together. */
export const anyLabelQuery = (entity: string, id: string) => {
  return queryOptions({
    queryKey: ["records", entity, "name", id],
    queryFn: () =>
      new Promise<string | null>((tell, fail) => {
        const others = waiting.get(entity);
        if (others) others.push({ id, tell, fail });
        else {
          waiting.set(entity, [{ id, tell, fail }]);
          setTimeout(() => void readAll(entity));
        }
      }),
  });
};

async function readAll(entity: string): Promise<void> {
  const asked = waiting.get(entity) ?? [];
  waiting.delete(entity);
  try {
    const heads = await keeper.fetchQuery(entitiesQuery);
    const label = heads.find(({ name }) => name === entity)?.label;
    if (!label) return asked.forEach(({ tell }) => tell(null));
    for (let at = 0; at < asked.length; at += MOST) await readSome(entity, label, asked.slice(at, at + MOST));
  } catch (failure) {
    for (const { fail } of asked) fail(failure);
  }
}

async function readSome(entity: string, label: string, asked: readonly Waiting[]): Promise<void> {
  const filter = `id in [${[...new Set(asked.map(({ id }) => `'${id}'`))].join(", ")}]`;
  const { data } = await get<Listing>(`${placeOf(entity)}${query({ fields: `id,${label}`, filter, limit: MOST })}`);
  for (const { id, tell } of asked) {
    const found = data.find((each) => each["id"] === id);
    tell(found ? String(found[label] ?? "") : null);
  }
}
