import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startServer } from "../../src/contract/server.ts";
import { startMailbox } from "./mailbox.ts";

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
  // A server that runs already sends its mails where it was told to, if at all.
  const mailbox = await startMailbox(Number(process.env["ARMATURE_SMTP_PORT"] ?? 0));
  const peers = { ARMATURE_SMTP_URL: `smtp+plain://127.0.0.1:${mailbox.port}`, ARMATURE_PRIVATE_PEERS: "true" };
  const server = running ? null : await startServer("core,crm", ["--demo"], peers);
  await server?.install(samples);
  project.provide("address", running ?? server?.address ?? "");
  project.provide("password", process.env["ARMATURE_ADMIN_PASSWORD"] ?? server?.password ?? "");
  return async () => {
    mailbox.stop();
    await server?.stop();
  };
}
