import type { Field, Fields } from "../../contract/screen.ts";
import { typeOf } from "../widget/typeOf.ts";

/** One field compared with a value; `expression` stands for what cannot be said so. */
export interface Condition {
  readonly field: string;
  readonly operator: Operator;
  /** As people give it: a text, a number as text, an id; several for `oneOf`. */
  readonly value: string | readonly string[];
}

export type Connective = "all" | "any";

/** Conditions that count as one: `(a or b)` among others. */
export interface Group {
  readonly connective: Connective;
  readonly items: readonly Condition[];
}

export type Item = Condition | Group;

export interface Conditions {
  readonly connective: Connective;
  readonly items: readonly Item[];
}

export const isGroup = (item: Item): item is Group => "items" in item;

export type Operator =
  | "is"
  | "isNot"
  | "oneOf"
  | "has"
  | "contains"
  | "startsWith"
  | "less"
  | "atMost"
  | "more"
  | "atLeast"
  | "isEmpty"
  | "isNotEmpty"
  | "isTrue"
  | "isFalse"
  | "today"
  | "thisWeek"
  | "thisMonth"
  | "thisYear"
  | "isMe"
  | "expression";

const TEXTS = ["text", "longText", "markdown", "html", "code", "email", "phone", "url", "barcode", "color"];
const NUMBERS = ["integer", "decimal", "money", "percent", "rating", "duration"];
const DATES = ["date", "dateTime"];
/** Fields with several values each. */
const MANY = ["links", "choices"];
const NOT_COMPARED = ["lines", "files", "file", "image", "signature", "geo", "json", "secret", "password"];

/** What can be asked of a field of a type. */
export function operatorsOf(field: Field): readonly Operator[] {
  const type = typeOf(field);
  if (TEXTS.includes(type)) return ["contains", "is", "isNot", "startsWith", "isEmpty", "isNotEmpty"];
  if (NUMBERS.includes(type)) return ["is", "atLeast", "atMost", "more", "less", "isEmpty", "isNotEmpty"];
  if (DATES.includes(type)) return ["is", "atLeast", "atMost", "today", "thisWeek", "thisMonth", "thisYear", "isEmpty", "isNotEmpty"];
  if (type === "boolean") return ["isTrue", "isFalse"];
  if (type === "choice") return ["is", "isNot", "oneOf", "isEmpty", "isNotEmpty"];
  if (MANY.includes(type)) return ["has", "isEmpty", "isNotEmpty"];
  if (type === "user") return ["is", "oneOf", "isMe", "isNot", "isEmpty", "isNotEmpty"];
  if (type === "link") return ["is", "oneOf", "isNot", "isEmpty", "isNotEmpty"];
  return type === "time" ? ["is", "atLeast", "atMost", "isEmpty", "isNotEmpty"] : ["isEmpty", "isNotEmpty"];
}

/** What can be filtered by; a list is sorted by less. */
export const canSort = (field: Field) => canCompare(field) && !MANY.includes(typeOf(field));
export const canCompare = (field: Field) => !NOT_COMPARED.includes(typeOf(field));

const WITHOUT_VALUE: readonly Operator[] = ["isEmpty", "isNotEmpty", "isTrue", "isFalse", "today", "thisWeek", "thisMonth", "thisYear", "isMe"];

export const takesValue = (operator: Operator) => !WITHOUT_VALUE.includes(operator);

export function isComplete(item: Item): boolean {
  if (isGroup(item)) return item.items.some(isComplete);
  const { operator, value } = item;
  return !takesValue(operator) || (Array.isArray(value) ? value.length > 0 : value !== "");
}

const SIGNS: Readonly<Partial<Record<Operator, string>>> = { is: "==", isNot: "!=", less: "<", atMost: "<=", more: ">", atLeast: ">=" };
const UNITS: Readonly<Partial<Record<Operator, string>>> = { thisWeek: "week", thisMonth: "month", thisYear: "year" };

export const quote = (text: string) => `'${text.replace(/\\/g, "\\\\").replace(/'/g, "\\'").replace(/\n/g, "\\n")}'`;

/** Numbers stand bare in an expression, all other values in quotes. */
function literal(value: string, field: Field): string {
  const bare = NUMBERS.includes(typeOf(field)) && typeOf(field) !== "duration";
  return bare && /^-?\d+(\.\d+)?$/.test(value) ? value : quote(value);
}

export function textOf({ field: name, operator, value }: Condition, fields: Fields): string {
  const field = fields[name];
  if (operator === "expression" || !field) return String(value);
  const day = typeOf(field) === "dateTime" ? `date(${name})` : name;
  const sign = SIGNS[operator];
  if (sign) return `${typeOf(field) === "dateTime" ? day : name} ${sign} ${literal(String(value), field)}`;
  const unit = UNITS[operator];
  if (unit) return `startOf(${day}, '${unit}') == startOf(today(), '${unit}')`;
  switch (operator) {
    case "oneOf":
      return `${name} in [${(Array.isArray(value) ? value : [value]).map((each: string) => literal(each, field)).join(", ")}]`;
    case "contains":
      return `contains(lower(${name}), ${quote(String(value).toLowerCase())})`;
    case "startsWith":
      return `startsWith(lower(${name}), ${quote(String(value).toLowerCase())})`;
    case "has":
      return `${quote(String(value))} in ${name}`;
    case "isEmpty":
      return MANY.includes(typeOf(field)) ? `!isSet(${name})` : `${name} == null`;
    case "isNotEmpty":
      return MANY.includes(typeOf(field)) ? `isSet(${name})` : `${name} != null`;
    case "isTrue":
      return `${name} == true`;
    case "isFalse":
      return `${name} != true`;
    case "today":
      return `${day} == today()`;
    default:
      return `${name} == user.id`;
  }
}

/** The expression of several conditions; empty for none. */
export function expressionOf({ connective, items }: Conditions, fields: Fields): string {
  const complete = items.filter(isComplete);
  const texts = complete.map((item) => {
    const text = isGroup(item) ? expressionOf(item, fields) : textOf(item, fields);
    const isWhole = isGroup(item) ? item.items.filter(isComplete).length < 2 : item.operator !== "expression";
    return isWhole || complete.length < 2 ? text : `(${text})`;
  });
  return texts.join(SIGN_OF[connective]);
}

const SIGN_OF: Readonly<Record<Connective, string>> = { all: " && ", any: " || " };

/** The conditions of an expression; what was not written by {@link expressionOf} comes back as an expression. */
export function conditionsOf(expression: string | undefined, fields: Fields): Conditions {
  const { connective, parts } = partsOf(expression?.trim() ?? "");
  const items = parts.map((part): Item => {
    const inner = bare(part);
    const group = inner === undefined ? undefined : partsOf(inner);
    return group && group.parts.length > 1 ? { connective: group.connective, items: group.parts.map((each) => read(each, fields)) } : read(part, fields);
  });
  const [only] = items;
  return items.length === 1 && only && isGroup(only) ? only : { connective, items };
}

function partsOf(text: string): { readonly connective: Connective; readonly parts: readonly string[] } {
  if (text === "") return { connective: "all", parts: [] };
  const any = split(text, "||");
  return any.length > 1 ? { connective: "any", parts: any } : { connective: "all", parts: split(text, "&&") };
}

/** What one pair of brackets holds; nothing where the text is not in one. */
function bare(text: string): string | undefined {
  const inner = /^\((.*)\)$/.exec(text)?.[1];
  return inner !== undefined && balanced(inner) ? inner : undefined;
}

/** Splits where the sign stands outside brackets and quotes. */
export function split(text: string, sign: string): string[] {
  const parts: string[] = [];
  let [depth, quoted, start] = [0, "", 0];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quoted) {
      if (character === "\\") at++;
      else if (character === quoted) quoted = "";
    } else if (character === "'" || character === '"') quoted = character;
    else if ("([".includes(character)) depth++;
    else if (")]".includes(character)) depth--;
    else if (depth === 0 && text.startsWith(sign, at)) {
      parts.push(text.slice(start, at).trim());
      start = at + sign.length;
      at += sign.length - 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}

const NAME = String.raw`([a-z][a-z0-9_.]*)`;
const LITERAL = String.raw`('(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?)`;

const READERS: readonly (readonly [RegExp, (match: RegExpExecArray) => Partial<Condition>])[] = [
  [new RegExp(`^(?:${NAME} == null|!isSet\\(${NAME}\\))$`), () => ({ operator: "isEmpty" })],
  [new RegExp(`^(?:${NAME} != null|isSet\\(${NAME}\\))$`), () => ({ operator: "isNotEmpty" })],
  [new RegExp(`^${LITERAL} in ${NAME}$`), (match) => ({ operator: "has", value: unquote(match[1]) })],
  [new RegExp(`^${NAME}(?: == true)?$`), () => ({ operator: "isTrue" })],
  [new RegExp(`^(?:!\\s*)?${NAME}(?: != true)?$`), () => ({ operator: "isFalse" })],
  [new RegExp(`^${NAME} == user\\.id$`), () => ({ operator: "isMe" })],
  [new RegExp(`^(?:date\\(${NAME}\\)|${NAME}) == today\\(\\)$`), () => ({ operator: "today" })],
  [new RegExp(`^startOf\\((?:date\\(${NAME}\\)|${NAME}), '(week|month|year)'\\) == startOf\\(today\\(\\), '\\3'\\)$`), (match) => ({ operator: unitOperator(match[3]) })],
  [new RegExp(`^contains\\(lower\\(${NAME}\\), ${LITERAL}\\)$`), (match) => ({ operator: "contains", value: unquote(match[2]) })],
  [new RegExp(`^startsWith\\(lower\\(${NAME}\\), ${LITERAL}\\)$`), (match) => ({ operator: "startsWith", value: unquote(match[2]) })],
  [new RegExp(`^${NAME} in \\[(.*)\\]$`), (match) => ({ operator: "oneOf", value: split(match[2] ?? "", ",").map(unquote) })],
  [new RegExp(`^(?:date\\(${NAME}\\)|${NAME}) (==|!=|<=|>=|<|>) ${LITERAL}$`), (match) => ({ operator: signOperator(match[3]), value: unquote(match[4]) })],
];

function read(part: string, fields: Fields): Condition {
  const text = bare(part) ?? part;
  for (const [pattern, make] of READERS) {
    const match = pattern.exec(text);
    const name = match?.slice(1).find((group) => group !== undefined && fields[group] !== undefined);
    if (!match || !name) continue;
    const condition: Condition = { field: name, operator: "is", value: "", ...make(match) };
    const field = fields[name];
    if (field && operatorsOf(field).includes(condition.operator)) return condition;
  }
  return { field: "", operator: "expression", value: text };
}

/** Whether every bracket is closed after it was opened: `(a) || (b)` is not one bracket. */
function balanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const unquote = (text = "") => (text.startsWith("'") ? text.slice(1, -1).replace(/\\n/g, "\n").replace(/\\(.)/g, "$1") : text);
const keyOf = <T>(record: Readonly<Partial<Record<Operator, T>>>, value: T | undefined) => {
  return (Object.entries(record).find(([, each]) => each === value)?.[0] ?? "expression") as Operator;
};
const signOperator = (sign: string | undefined) => keyOf(SIGNS, sign);
const unitOperator = (unit: string | undefined) => keyOf(UNITS, unit);
