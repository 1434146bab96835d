import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpenAPI3 } from "openapi-typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { problemsOf, typeErrorsOf, typesOf } from "./openapi.ts";
import { type Server, startServer } from "./server.ts";

/** What `client/journey.ts` offers, once its types are generated. */
interface Client {
  journey(address: string, username: string, password: string): Promise<{
    created: { id: string };
    listed: { data: { id: string }[]; page: { count: number } };
    changed: { id: string };
  }>;
}

const target = join(import.meta.dirname, "../../target");
let server: Server;
let folder: string;

beforeAll(async () => {
  await mkdir(target, { recursive: true });
  folder = await mkdtemp(join(target, "client-"));
  server = await startServer("core,crm");
});

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

it("a client generated from the live interface compiles, creates, lists and changes", async () => {
  const document = await describeInterface();
  expect(await problemsOf(document)).toEqual([]);

  const program = join(folder, "journey.ts");
  await writeFile(join(folder, "generated.ts"), await typesOf(document));
  await copyFile(join(import.meta.dirname, "client/journey.ts"), program);
  expect(typeErrorsOf(program)).toEqual([]);

  const client = (await import(program)) as Client;
  const { created, listed, changed } = await client.journey(server.address, server.username, server.password);
  expect(created).toMatchObject({ code: "north", name: "North", version: 1 });
  expect(listed.page.count).toBe(1);
  expect(listed.data.map(({ id }) => id)).toEqual([created.id]);
  expect(changed).toMatchObject({ id: created.id, name: "Far North", version: 2 });
});

async function describeInterface(): Promise<OpenAPI3> {
  const login = await fetch(`${server.address}/api/auth/login`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ username: server.username, password: server.password }),
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const answer = await fetch(`${server.address}/openapi.json`, { headers: { Authorization: `Bearer ${accessToken}` } });
  return (await answer.json()) as OpenAPI3;
}
