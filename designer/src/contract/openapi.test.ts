import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpenAPI3 } from "openapi-typescript";
import { describe, expect, it } from "vitest";
import { problemsOf, typeErrors, typesOf } from "./openapi.ts";

const sample = join(import.meta.dirname, "sample");
/** Documents that the engine's specs leave behind. */
const written = join(import.meta.dirname, "../../../engine/target/openapi");

const documents = [sample, written]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => file.endsWith(".json"));

const read = async (file: string) => JSON.parse(await readFile(file, "utf8")) as OpenAPI3;

describe.each(documents)("%s", (file) => {
  it("is an OpenAPI document", async () => {
    expect(await problemsOf(await read(file))).toEqual([]);
  });

  it("gives types that compile", async () => {
    const types = await typesOf(await read(file));
    expect(types).toContain("export interface paths");
    expect(await typeErrors(types)).toEqual([]);
  });
});

it("finds what is wrong", async () => {
  const document = { ...(await read(join(sample, "customer.json"))), paths: { "/api": { get: { responses: 1 } } } };
  expect(await problemsOf(document as unknown as OpenAPI3)).not.toEqual([]);
  expect(await typeErrors("const text: string = 1")).toEqual(["Type 'number' is not assignable to type 'string'."]);
});
