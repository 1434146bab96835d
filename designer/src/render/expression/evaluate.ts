import Big from "big.js";
import { functions } from "./functions.ts";
import { divide, whole } from "./numberFunctions.ts";
import type { Aggregate, Call, Path, Rule, Tree } from "../../contract/tree.ts";
import { compare, Duration, type Known, PlainDate, readValue, same, type Value } from "./value.ts";
import { dateOf, localOf } from "./zone.ts";
import type { Moment } from "./value.ts";

/** A record as expressions read it; formulas and lookups are values like others. */
export interface Row {
  /** @param type what the expression takes it for */
  value(name: string, type: string): Value;
  link(name: string): Row | null;
  /** The records behind lines, an inverse or a many-to-many link, without deleted ones. */
  rows(name: string): readonly Row[];
}

/** The moment and the person an expression is computed for. */
export interface Circumstances {
  readonly now: Moment;
  /** The name of a time zone. */
  readonly zone: string;
  /** What names like `user.id` and `company` stand for, as the engine writes it. */
  readonly values: Readonly<Record<string, unknown>>;
}

export const NO_ROW: Row = { value: () => null, link: () => null, rows: () => [] };

/** The value of a tree on a record; `rows[0]` is the innermost row, the record around it follows. */
export function evaluate(tree: Tree, rows: readonly Row[], where: Circumstances): Value {
  if ("literal" in tree) return readValue(tree.literal, tree.type);
  if ("null" in tree) return null;
  if ("path" in tree) return atPath(tree, rows);
  if ("context" in tree) return ofContext(tree.context, tree.type, where);
  if ("call" in tree) return ofCall(tree, rows, where);
  if ("if" in tree) return evaluate(evaluate(tree.if, rows, where) === true ? tree.then : tree.else, rows, where);
  if ("items" in tree) return tree.items.map((item) => evaluate(item, rows, where)).filter((item) => item !== null);
  return ofAggregate(tree, rows, where);
}

/** Whether a rule holds; a condition that is null does not. */
export function holds(rule: Rule | undefined, rows: readonly Row[], where: Circumstances, usual = false): boolean {
  if (rule === undefined) return usual;
  return typeof rule === "boolean" ? rule : evaluate(rule, rows, where) === true;
}

function atPath({ path, base, type }: Path, rows: readonly Row[]): Value {
  const idOfLink = path.length > 1 && path.at(-1) === "id";
  const last = path.length - (idOfLink ? 2 : 1);
  return follow(rows[base] ?? NO_ROW, path.slice(0, last))?.value(path[last] ?? "", type) ?? null;
}

function follow(start: Row, links: readonly string[]): Row | null {
  return links.reduce<Row | null>((row, link) => row?.link(link) ?? null, start);
}

function ofContext(name: string, type: string, { now, zone, values }: Circumstances): Value {
  if (name === "now") return now;
  if (name === "today") return dateOf(localOf(now, zone)) satisfies PlainDate;
  if (name === "zone") return zone;
  const value = values[name];
  if (value === undefined && type.startsWith("list of ")) return [];
  return readValue(value, type);
}

function ofCall(call: Call, rows: readonly Row[], where: Circumstances): Value {
  const value = (index: number) => evaluate(call.arguments[index] as Tree, rows, where);
  switch (call.call) {
    case "and":
      return together(call.arguments, rows, where, false);
    case "or":
      return together(call.arguments, rows, where, true);
    case "not": {
      const condition = value(0);
      return typeof condition === "boolean" ? !condition : null;
    }
    case "equal":
      return same(value(0), value(1));
    case "unequal":
      return !same(value(0), value(1));
    case "in":
      return isIn(call, rows, where);
    case "coalesce":
      return call.arguments.reduce<Value>((found, each) => found ?? evaluate(each, rows, where), null);
    case "isSet":
      return isSet(value(0));
    default:
      return ofFunction(call, rows, where);
  }
}

function ofFunction(call: Call, rows: readonly Row[], where: Circumstances): Value {
  const run = functions[call.call];
  if (!run) throw new Error(`No function ${call.call}`);
  const values: Known[] = [];
  for (const argument of call.arguments) {
    const value = evaluate(argument, rows, where);
    if (value === null) return null;
    values.push(value);
  }
  return run(values, where.zone);
}

/** Three-valued: `deciding` if one is, else null if one is null, else the opposite. */
function together(
  conditions: readonly Tree[],
  rows: readonly Row[],
  where: Circumstances,
  deciding: boolean,
): boolean | null {
  let unknown = false;
  for (const condition of conditions) {
    const value = evaluate(condition, rows, where);
    if (value === deciding) return deciding;
    unknown ||= value === null;
  }
  return unknown ? null : !deciding;
}

function isIn(call: Call, rows: readonly Row[], where: Circumstances): boolean | null {
  const [item, list] = call.arguments as [Tree, Tree];
  const wanted = evaluate(item, rows, where);
  if ("items" in list) return list.items.some((each) => same(wanted, evaluate(each, rows, where)));
  const values = evaluate(list, rows, where);
  return Array.isArray(values) ? values.some((each) => same(wanted, each as Value)) : null;
}

function isSet(value: Value): boolean {
  if (value === null || value === "" || value === 0n) return false;
  if (value instanceof Big) return !value.eq(0);
  return !Array.isArray(value) || value.length > 0;
}

function ofAggregate(tree: Aggregate, rows: readonly Row[], where: Circumstances): Value {
  const { path, base } = tree.rows;
  const from = follow(rows[base] ?? NO_ROW, path.slice(0, -1))?.rows(path.at(-1) ?? "") ?? [];
  const results = from.map((row) => evaluate(tree.body, [row, ...rows], where));
  const known = results.filter((value): value is Known => value !== null);
  const trues = known.filter((value) => value === true).length;
  switch (tree.aggregate) {
    case "count":
      return BigInt(trues);
    case "any":
      return trues > 0;
    case "all":
      return trues === results.length;
    case "sum":
      return sum(known, tree.type);
    case "avg":
      return divide(decimals(known), new Big(known.length));
    case "min":
      return known.reduce<Known | null>((one, other) => (one === null || compare(other, one) < 0 ? other : one), null);
    case "max":
      return known.reduce<Known | null>((one, other) => (one === null || compare(other, one) > 0 ? other : one), null);
    default:
      throw new Error(`No aggregate ${tree.aggregate}`);
  }
}

const decimals = (values: readonly Known[]) => {
  return values.reduce<Big>((total, value) => total.plus(value as Big), new Big(0));
};

/** The sum of nothing is zero. */
function sum(values: readonly Known[], type: string): Value {
  if (type === "integer") return whole(values.reduce<bigint>((total, value) => total + (value as bigint), 0n));
  if (type === "decimal") return decimals(values);
  const nanos = values.reduce<bigint>((total, value) => total + (value as Duration).nanos, 0n);
  return functions["add.duration"]?.([new Duration(nanos), new Duration(0n)], "UTC") ?? null;
}
