import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const launcher = join(import.meta.dirname, "../../../armature");

export interface Server {
  readonly address: string;
  readonly username: string;
  readonly password: string;
  /** Installs a pack from its folder. */
  install(pack: string): Promise<void>;
  stop(): Promise<void>;
}

/** A port that nobody uses now. The server is told which, so that links in mails and to providers lead back to it. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/** A real server with data of its own, as a user would start it. */
export async function startServer(packs: string, more: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), "armature-"));
  const password = "Correct-Horse-7";
  const server = spawn(launcher, ["run", "--port", String(await freePort()), "--data", data, "--packs", packs, ...more], {
    env: { ...process.env, ...environment, ARMATURE_ADMIN_PASSWORD: password },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  const install = async (pack: string) => {
    const [code] = await once(spawn(launcher, ["pack", "install", pack, "--yes", "--data", data], { stdio: ["ignore", "ignore", "inherit"] }), "exit");
    if (code !== 0) throw new Error(`${pack} could not be installed`);
  };
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /(https?:\/\/\S+)/.exec(line)?.[1];
    if (address) return { address, username: "admin", password, install, stop };
  }
  await stop();
  throw new Error("The server ended before it was ready");
}
