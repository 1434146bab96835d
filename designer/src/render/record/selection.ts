import type { Field, Fields } from "../../contract/screen.ts";

/** The fields of links that a request asks for, however deep. */
interface Selection {
  readonly [name: string]: Selection;
}

/** Types whose values are records of another entity. */
const LINKS = ["link", "links", "user", "file", "files", "image", "signature"];

export const isLink = (field: Field | undefined) => field !== undefined && LINKS.includes(field.type) && field.to?.label !== undefined;

/** What to ask for so that the fields can be shown: links with the name of their record, money with its currency. */
export function selectionOf(paths: readonly string[], fields: Fields): string[] {
  const selection = paths.reduce<Selection>((found, path) => {
    const field = fields[path];
    const added = and(found, path.split("."));
    if (!isLink(field)) return field?.currency ? and(added, siblingOf(path, `${field.currency}.code`)) : added;
    return and(and(added, [...path.split("."), "id"]), [...path.split("."), field?.to?.label ?? "id"]);
  }, {});
  return texts(selection);
}

const siblingOf = (path: string, sibling: string) => [...path.split(".").slice(0, -1), ...sibling.split(".")];

function and(selection: Selection, path: readonly string[]): Selection {
  const [name, ...rest] = path;
  if (name === undefined) return selection;
  return { ...selection, [name]: and(selection[name] ?? {}, rest) };
}

function texts(selection: Selection): string[] {
  return Object.entries(selection).map(([name, inner]) => {
    const parts = texts(inner);
    return parts.length === 0 ? name : `${name}(${[...new Set(["id", ...parts])].join(",")})`;
  });
}
