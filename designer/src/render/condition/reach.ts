import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Entity, Field, Fields } from "../../contract/screen.ts";
import { Refusal } from "../../data/client.ts";
import { entityQuery } from "../../data/screens.ts";
import { canCompare } from "./condition.ts";

/** Farther than this nobody finds the way in a list of names; an expression may go on. */
const DEEPEST = 3;

const leads = (field: Field | undefined) => (field?.type === "link" ? field.to?.entity : undefined);

/** The links that an expression follows, as paths: `customer` and `customer.country` of `customer.country.code == 'FR'`. */
export function followed(expression: string | undefined): readonly string[] {
  const bare = (expression ?? "").replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
  const paths = [...bare.matchAll(/[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+/g)].map(([path]) => path.split("."));
  return [...new Set(paths.flatMap((steps) => steps.slice(0, -1).map((_, last) => steps.slice(0, last + 1).join("."))))];
}

/** The entity that a path of links leads to, as far as what it goes over is known. */
export const targetOf = (path: string, fields: Fields) => leads(fields[path]);

/** The fields of records that a path of links leads to, called by their paths: to look at, not to change. */
export function beyond(path: string, through: Field, fields: Fields): Fields {
  const comparable = Object.entries(fields).filter(([, field]) => canCompare(field));
  return Object.fromEntries(comparable.map(([name, field]) => [`${path}.${name}`, { ...field, title: `${through.title} › ${field.title}`, readOnly: true, unique: false }]));
}

/** Whose field a path ends at, and what it is called there. */
export function homeOf(path: string, entity: string, fields: Fields): { readonly entity: string; readonly name: string } {
  const end = path.lastIndexOf(".");
  return end < 0 ? { entity, name: path } : { entity: targetOf(path.slice(0, end), fields) ?? entity, name: path.slice(end + 1) };
}

/** The links from which one can go on. */
export const onward = (fields: Fields) => Object.keys(fields).filter((path) => leads(fields[path]) && path.split(".").length <= DEEPEST);

/** The fields of an entity, and those behind the links that are followed, once they are read. */
export function useReach(entity: string, fields: Fields, paths: readonly string[]): Fields {
  const client = useQueryClient();
  const ordered = [...new Set(paths)].sort();
  const behind = useQuery({
    queryKey: ["screens", entity, "reach", ...ordered],
    enabled: ordered.length > 0,
    placeholderData: (before: Fields | undefined) => before,
    queryFn: () => ordered.reduce(async (reached, path) => add(await reached, path, client), Promise.resolve(fields)),
  }).data;
  return ordered.length > 0 && behind ? behind : fields;
}

/** An entity with the fields behind the links that texts of an address follow. */
export function useReachedEntity(entity: Entity, ...texts: readonly (string | undefined)[]): Entity {
  const fields = useReach(entity.entity, entity.fields, texts.flatMap(followed));
  return useMemo(() => (fields === entity.fields ? entity : { ...entity, fields }), [entity, fields]);
}

/** What stands behind a path of links besides; nothing where it leads nowhere, or to what one may not see. */
async function add(reached: Fields, path: string, client: QueryClient): Promise<Fields> {
  const through = reached[path];
  const target = targetOf(path, reached);
  if (!through || !target) return reached;
  try {
    return { ...reached, ...beyond(path, through, (await client.ensureQueryData(entityQuery(target))).fields) };
  } catch (failure) {
    if (failure instanceof Refusal) return reached;
    throw failure;
  }
}
