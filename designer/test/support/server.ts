import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startServer } from "../../src/contract/server.ts";

declare module "vitest" {
  interface ProvidedContext {
    address: string;
    password: string;
  }
}

/** A pack with a record of every type of field. */
const samples = join(import.meta.dirname, "packs/samples");

/** One server with the shipped packs and their demo data for all journeys; or one that runs already and has the samples (ARMATURE_URL). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env["ARMATURE_URL"];
  const server = running ? null : await startServer("core,crm", ["--demo"]);
  await server?.install(samples);
  project.provide("address", running ?? server?.address ?? "");
  project.provide("password", process.env["ARMATURE_ADMIN_PASSWORD"] ?? server?.password ?? "");
  return async () => server?.stop();
}
