import type { Field, Fields, Placed, Screen, Tab } from "../../contract/screen.ts";
import { pathsOf, type Rule, type Tree } from "../../contract/tree.ts";
import { currencyPaths } from "../record/currency.ts";
import { selectionOf } from "../record/selection.ts";

/** The fields that a form places, in their order. */
export const placedIn = (tabs: readonly Tab[]): readonly Placed[] => {
  return tabs.flatMap(({ sections }) => sections.flatMap(({ columns }) => columns.flat()));
};

const treesOf = (...rules: readonly (Rule | undefined)[]) => rules.filter((rule): rule is Tree => typeof rule === "object");

function rulesOf(field: Field): readonly Tree[] {
  return treesOf(field.formula, field.visible, field.readOnly, field.required, field.default);
}

/** Every path that the form's rules, formulas and copies look at. */
function lookedAt(screen: Screen): readonly string[] {
  const tabs = screen.tabs ?? [];
  const placed = placedIn(tabs).flatMap(({ visible, readOnly, required }) => treesOf(visible, readOnly, required));
  const parts = tabs.flatMap((tab) => treesOf(tab.visible, ...tab.sections.map(({ visible }) => visible)));
  const actions = screen.actions.flatMap(({ visible }) => treesOf(visible));
  const own = Object.values(screen.fields).flatMap(rulesOf);
  const paths = [...placed, ...parts, ...own, ...actions].flatMap((tree) => pathsOf(tree)).filter((path) => path.at(-1) !== "id" || path.length === 1);
  return [...new Set(paths.map((path) => path.join(".")))];
}

/** What is copied from a link, with the name of the record it leads to where it is a link itself. */
function copied(fields: Fields): readonly string[] {
  return Object.values(fields).flatMap(({ copy, to }) => (copy ? [copy.from, ...(to?.label ? [`${copy.from}.id`, `${copy.from}.${to.label}`] : [])] : []));
}

/** The lines of a form ask for their own fields, and for what their formulas need of links. */
function linesOf(name: string, field: Field): string {
  const columns = field.fields ?? {};
  const looked = Object.values(columns).flatMap(rulesOf).flatMap((tree) => pathsOf(tree)).map((path) => path.join("."));
  const readable = Object.keys(columns).filter((column) => !UNREADABLE.includes(columns[column]?.type ?? ""));
  const [below, plain] = [readable.filter((column) => isLines(columns[column])), readable.filter((column) => !isLines(columns[column]))];
  const beside = looked.filter((path) => columns[path.split(".")[0] ?? ""] && !below.includes(path.split(".")[0] ?? ""));
  const inner = selectionOf(["id", "version", ...plain, ...beside, ...copied(columns)], columns);
  return `${name}(${[...new Set([...inner, ...below.map((column) => linesOf(column, columns[column] ?? field))])].join(",")})`;
}

/** Written, never read. */
const UNREADABLE = ["secret", "password"];

const isLines = (field: Field | undefined) => field?.type === "lines" && field.fields !== undefined;

/** What a form asks for of its record. */
export function neededOf(screen: Screen, all: Fields): readonly string[] {
  const fields: Fields = { ...all, ...screen.fields };
  const known = (path: string) => fields[path.split(".")[0] ?? ""] !== undefined;
  const plain = [...Object.keys(screen.fields), ...lookedAt(screen), ...copied(screen.fields), screen.label].filter((path) => known(path) && !isLines(fields[path.split(".")[0] ?? ""]) && !UNREADABLE.includes(fields[path]?.type ?? ""));
  const lines = Object.entries(screen.fields).filter(([, field]) => isLines(field));
  const system = ["id", "version", "created_at", "updated_at", ...(screen.features.softDelete ? ["deleted_at"] : [])].filter((name) => all[name] !== undefined || name === "id" || name === "version");
  const selected = selectionOf([...system, ...plain], fields);
  return [...new Set([...selected, ...lines.map(([name, field]) => linesOf(name, field))])];
}

/** What is needed of the record that a link leads to, besides its name. */
export function neededOfLink(name: string, screen: Pick<Screen, "tabs" | "fields" | "actions" | "features" | "label">, fields: Fields): readonly string[] {
  const looked = [...lookedAt(screen as Screen), ...copied(fields), ...currencyPaths(fields)].filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));
  return [...new Set(looked)].filter((path) => path !== "id");
}

/** As needed of a link of a line. */
export function neededOfLineLink(name: string, columns: Fields): readonly string[] {
  const looked = [...Object.values(columns).flatMap(rulesOf).flatMap((tree) => pathsOf(tree)).map((path) => path.join(".")), ...copied(columns), ...currencyPaths(columns)];
  return [...new Set(looked.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1)))].filter((path) => path !== "id");
}

/** The paths in the form in which a request asks for them. */
export const selectPaths = (paths: readonly string[]) => selectionOf(paths, {});
