import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Tree } from "../../contract/tree.ts";
import { type Circumstances, evaluate, NO_ROW, type Row } from "./evaluate.ts";
import { type Known, readMoment, readValue, textOf, type Value } from "./value.ts";

/** The cases that every back end computes alike, and the trees that the compiler made of them. */
const metadata = join(import.meta.dirname, "../../../../metadata");
const left = join(metadata, "target/conformance/trees.json");
if (!existsSync(left)) throw new Error("No trees: run `mvn test -pl metadata -Dtest=ConformanceSpec` first, or `./armature test`.");

interface Member {
  readonly type: string;
  readonly formula?: string;
  readonly by?: string;
  readonly between?: string;
}
interface About {
  readonly lineage?: readonly string[];
  readonly members: Readonly<Record<string, Member>>;
}
type Written = Readonly<Record<string, unknown>>;
interface File {
  readonly entities: Readonly<Record<string, About>>;
  readonly rows: Readonly<Record<string, readonly Written[]>>;
  readonly contexts: Readonly<Record<string, { now: string; zone: string; values: Written }>>;
  readonly groups: readonly { about: string; on?: string; context?: string; cases: readonly [string, string, unknown][] }[];
}
interface Trees {
  readonly formulas: Readonly<Record<string, Readonly<Record<string, Tree>>>>;
  readonly cases: readonly (readonly Tree[])[];
}

const read = <T>(file: string) => JSON.parse(readFileSync(file, "utf8")) as T;
const file = read<File>(join(metadata, "src/main/resources/expression-conformance.json"));
const trees = read<Trees>(left);

const lineage = (entity: string) => file.entities[entity]?.lineage ?? [entity];
const sharing = (entity: string) => Object.keys(file.entities).filter((name) => lineage(name).includes(entity));

function memberOf(entity: string, name: string): Member | undefined {
  return [entity, ...lineage(entity)].map((level) => file.entities[level]?.members[name]).find(Boolean);
}

/** The row with an id, of the entity or of one that shares its record. */
function byId(entity: string, id: string, where: Circumstances): Row | null {
  for (const name of sharing(entity)) {
    const record = file.rows[name]?.find((each) => each["id"] === id);
    if (record) return rowOf(name, record, where);
  }
  return null;
}

function rowOf(entity: string, record: Written, where: Circumstances): Row {
  const formula = (name: string) => [entity, ...lineage(entity)].map((level) => trees.formulas[level]?.[name]).find(Boolean);
  const row: Row = {
    value: (name) => {
      const tree = formula(name);
      return tree ? evaluate(tree, [row], where) : readValue(record[name], memberOf(entity, name)?.type ?? "text");
    },
    link: (name) => {
      const id = row.value(name, "link");
      const target = memberOf(entity, name)?.type.replace("link to ", "");
      return typeof id === "string" && target ? byId(target, id, where) : null;
    },
    rows: (name) => {
      const member = memberOf(entity, name);
      const target = member?.type.replace("records of ", "") ?? "";
      const found = member?.between
        ? ((record[name] ?? []) as string[]).flatMap((id) => sharing(target).flatMap((level) => file.rows[level] ?? []).filter((each) => each["id"] === id).map((each) => each))
        : (file.rows[target] ?? []).filter((each) => each[member?.by ?? ""] === record["id"]);
      return found.filter((each) => !each["deleted"]).map((each) => rowOf(target, each, where));
    },
  };
  return row;
}

function shown(value: Value): unknown {
  if (Array.isArray(value)) return value.map((each) => shown(each as Value));
  return value === null || typeof value === "boolean" ? value : textOf(value as Known);
}

describe("the browser agrees with the other back ends on", () => {
  it.each(file.groups.map((group, index) => [group.about, index] as const))("%s", (_, index) => {
    const group = file.groups[index];
    const context = file.contexts[group?.context ?? "kolkata"];
    if (!group || !context) throw new Error("No such group");
    const where: Circumstances = { now: readMoment(context.now), zone: context.zone, values: context.values };
    const [entity = "", key] = (group.on ?? "").split("/");
    const record = file.rows[entity]?.find((each) => each["key"] === key);
    const row = record ? rowOf(entity, record, where) : NO_ROW;
    const computed = group.cases.filter(([, type]) => !type.startsWith("AR-"));
    const wrong = computed.flatMap(([text, , expected], at) => {
      const found = shown(evaluate(trees.cases[index]?.[at] as Tree, [row], where));
      return JSON.stringify(found) === JSON.stringify(expected) ? [] : [[text, expected, found]];
    });
    expect(wrong).toEqual([]);
  });
});
