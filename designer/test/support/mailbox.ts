import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { expect } from "vitest";

const folder = join(import.meta.dirname, "../../target/mails");

/** Answers of a mail server to what begins with these words. */
const ANSWERS: Readonly<Record<string, string>> = { EHLO: "250 here", HELO: "250 here", MAIL: "250 OK", RCPT: "250 OK", RSET: "250 OK", NOOP: "250 OK", DATA: "354 go on", QUIT: "221 bye" };

let count = 0;

function serve(socket: Socket): void {
  let rest = "";
  let mail: string[] | null = null;
  const say = (text: string) => socket.write(`${text}\r\n`);
  say("220 mailbox");
  socket.setEncoding("utf8");
  socket.on("error", () => socket.destroy());
  socket.on("data", (text: string) => {
    const lines = (rest + text).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (mail && line === ".") {
        writeFileSync(join(folder, `${String(++count).padStart(5, "0")}.eml`), mail.join("\n"));
        mail = null;
        say("250 kept");
      } else if (mail) mail.push(line.replace(/^\.\./, "."));
      else {
        const word = line.slice(0, 4).toUpperCase();
        if (word === "DATA") mail = [];
        say(ANSWERS[word] ?? "500 what?");
        if (word === "QUIT") socket.end();
      }
    }
  });
}

/** A mail server that keeps what it is sent; returns its port, and what ends it. */
export async function startMailbox(port: number): Promise<{ port: number; stop: () => void }> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const at = server.address();
  return { port: typeof at === "object" && at ? at.port : port, stop: () => server.close() };
}

/** The words of a mail: what stands for itself, or is quoted as printable letters. */
const plain = (mail: string) => (/quoted-printable/i.test(mail) ? unquoted(mail) : mail);

const unquoted = (mail: string) => mail.replace(/=\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The link of our pages in the latest mail to somebody, once it is there: its path and query. */
export async function linkMailedTo(who: string, page: string): Promise<string> {
  const read = () =>
    readdirSync(folder)
      .sort()
      .reverse()
      .map((name) => plain(readFileSync(join(folder, name), "utf8")))
      .filter((mail) => mail.includes(who))
      .flatMap((mail) => new RegExp(`https?://[^/\\s"]+(/account/${page}\\?[^\\s"<]+)`).exec(mail)?.[1] ?? [])[0];
  await expect.poll(read, { timeout: 60_000 }).toBeTruthy();
  return (read() ?? "").replaceAll("&amp;", "&");
}
