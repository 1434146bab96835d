import type { Entity, Field, Placed, Screen } from "../../../contract/screen.ts";
import { isNumber, typeOf } from "../../widget/registry.ts";

export interface Column {
  /** The field, or a path over links. */
  readonly path: string;
  readonly title: string;
  readonly field: Field;
  readonly placed: Placed;
  readonly width: number;
  readonly sortable: boolean;
  readonly alignEnd: boolean;
}

const CHARACTER = 8;
const ROOM = 24;
const LEAST = 72;
const MOST = 420;
const UNSORTABLE = ["lines", "links", "choices", "files", "file", "image", "json", "geo", "signature", "secret", "password", "html"];

const WIDTHS: Readonly<Record<string, number>> = {
  boolean: 88,
  date: 116,
  time: 88,
  dateTime: 156,
  integer: 104,
  decimal: 128,
  money: 172,
  percent: 136,
  choice: 128,
  rating: 112,
  link: 184,
  user: 160,
  email: 200,
  url: 184,
  links: 168,
  lines: 80,
};

/** The columns that show: those asked for by name, else those of the view. */
export function columnsOf(screen: Screen, entity: Entity, names: readonly string[] | undefined, widths: Readonly<Record<string, number>>): readonly Column[] {
  const placed = screen.columns ?? [];
  const usual = placed.filter(({ visible }) => visible !== false);
  const named = names?.map((name) => placed.find(({ field }) => field === name) ?? { field: name });
  const isKnown = ({ field }: Placed) => (screen.fields[field] ?? entity.fields[field]) !== undefined;
  const wanted = named?.some(isKnown) ? named : usual;
  return wanted.flatMap((place) => {
    const field = screen.fields[place.field] ?? entity.fields[place.field];
    return field ? [column(place, field, widths)] : [];
  });
}

function column(placed: Placed, field: Field, widths: Readonly<Record<string, number>>): Column {
  const type = typeOf(field);
  return {
    path: placed.field,
    title: placed.title ?? field.title,
    field: placed.widget ? { ...field, widget: placed.widget } : field,
    placed,
    width: widths[placed.field] ?? usualWidth(placed, field, type),
    sortable: !UNSORTABLE.includes(type),
    alignEnd: isNumber(field) || type === "duration",
  };
}

function usualWidth(placed: Placed, field: Field, type: string): number {
  const characters = placed.width ?? field.width;
  if (characters) return Math.min(Math.max(characters * CHARACTER + ROOM, LEAST), MOST);
  const known = WIDTHS[type];
  if (known) return Math.max(known, (placed.title ?? field.title).length * CHARACTER + 2 * ROOM);
  return field.max && Number(field.max) <= 30 ? Math.max(Number(field.max) * CHARACTER, 120) : 224;
}
