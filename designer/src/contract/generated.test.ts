import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpenAPI3 } from "openapi-typescript";
import { expect, it } from "vitest";
import { typesOf } from "./openapi.ts";

/**
 * The types that the data layer goes by are made of what the engine describes: its answers (a part of every tenant's
 * OpenAPI document) and the JSON Schemas of definitions. `npm run types` writes them, this holds them fresh.
 */
const generated = join(import.meta.dirname, "generated");
const answers = join(import.meta.dirname, "../../../engine/src/main/resources/io/armature/engine/openapi/answers.json");
const definitions = join(import.meta.dirname, "../../../metadata/src/main/resources/schema");

type Schemas = Readonly<Record<string, unknown>>;

const read = async (file: string) => JSON.parse(await readFile(file, "utf8")) as Schemas;

async function hold(name: string, schemas: Schemas): Promise<void> {
  const document = { openapi: "3.1.0", info: { title: name, version: "1" }, paths: {}, components: { schemas } } as unknown as OpenAPI3;
  const types = `// Made by \`npm run types\`. Change what it is made of instead.\n\n${await typesOf(document)}`;
  const file = join(generated, `${name}.ts`);
  if (process.env["ARMATURE_TYPES"] === "write") await writeFile(file, types);
  expect(await readFile(file, "utf8")).toBe(types);
}

it("the types of the engine's answers are those that it describes", async () => {
  await hold("answers", (await read(answers))["schemas"] as Schemas);
});

it("the types of definitions are those of their JSON Schemas", async () => {
  const files = readdirSync(definitions).filter((name) => name.endsWith(".json"));
  const schemas = await Promise.all(files.map(async (name) => [name.replace(".json", ""), within(await read(join(definitions, name)), name.replace(".json", ""))] as const));
  await hold("definitions", Object.fromEntries(schemas));
});

/** References from file to file, as those of one document. */
function within(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => within(each, name));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "$schema" && key !== "$id");
  return Object.fromEntries(kept.map(([key, each]) => [key, key === "$ref" && typeof each === "string" ? placeOf(each, name) : within(each, name)]));
}

function placeOf(reference: string, name: string): string {
  const [file = "", path = ""] = reference.split("#");
  return `#/components/schemas/${file === "" ? name : file.replace(".json", "")}${path}`;
}
