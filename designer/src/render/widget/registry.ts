import { lazy, type ComponentType } from "react";
import type { Field } from "../../contract/screen.ts";
import { typeOf } from "./typeOf.ts";
import type { EditModule, EditProps, ShowModule } from "./widget.ts";

export { isNumber, typeOf } from "./typeOf.ts";

/** One folder a widget: `show.tsx` is there from the beginning, `edit.tsx` comes when it is needed. */
const shows = import.meta.glob<ShowModule>("./*/show.tsx", { eager: true });
const edits = import.meta.glob<EditModule>("./*/edit.tsx");

/** Widgets that a form gives its whole width, known before they are there. */
const WIDE = new Set(["lines", "longText", "markdown", "html", "code", "json", "files", "geo"]);

const nameOf = (field: Field, known: (name: string) => boolean) => [field.widget, field.type, typeOf(field)].find(known) ?? "text";

export function showOf(field: Field): ShowModule {
  const name = nameOf(field, (each) => `./${each}/show.tsx` in shows);
  const found = shows[`./${name}/show.tsx`];
  if (!found) throw new Error(`No widget ${name}`);
  return found;
}

const editors = new Map<string, ComponentType<EditProps>>();

export function editorOf(field: Field): ComponentType<EditProps> {
  const name = nameOf(field, (each) => `./${each}/edit.tsx` in edits);
  const known = editors.get(name);
  if (known) return known;
  const load = edits[`./${name}/edit.tsx`];
  if (!load) throw new Error(`No widget ${name}`);
  const made = lazy(async () => ({ default: (await load()).Edit }));
  editors.set(name, made);
  return made;
}

/** Brings the editors of fields before they are shown, so that they come at once. */
export async function preload(fields: readonly Field[]): Promise<void> {
  const names = new Set(fields.map((field) => nameOf(field, (each) => `./${each}/edit.tsx` in edits)));
  await Promise.all([...names].filter((name) => !editors.has(name)).map(bring));
}

async function bring(name: string): Promise<void> {
  const module = await edits[`./${name}/edit.tsx`]?.();
  if (module && !editors.has(name)) editors.set(name, module.Edit);
}

export const isWide = (field: Field) => WIDE.has(typeOf(field));
