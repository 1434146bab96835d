import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";

/** What is wrong with an OpenAPI document by the specification's own schema; empty if nothing is. */
export async function problemsOf(document: OpenAPI3): Promise<string[]> {
  const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
  if (valid) return [];
  return typeof errors === "string" ? [errors] : (errors ?? []).map((error) => JSON.stringify(error));
}

/** The TypeScript types of an OpenAPI document, as one source file. */
export async function typesOf(document: OpenAPI3): Promise<string> {
  return astToString(await openapiTS(document, { immutable: true }));
}

/** What the compiler says of one source file by itself. */
export async function typeErrors(source: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  try {
    const file = join(folder, "source.ts");
    await writeFile(file, source);
    return typeErrorsOf(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the compiler says of a source file and what it imports. */
export function typeErrorsOf(file: string): string[] {
  const program = ts.createProgram([file], {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
