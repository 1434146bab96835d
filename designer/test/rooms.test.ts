import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";

/** The rooms, lowest first: each may import those before it. `boot` puts everything together. */
const ROOMS = ["contract", "data", "render", "design", "workspace", "studio", "portal", "boot"];
/** The faces know nothing of one another. */
const FACES = ["workspace", "studio", "portal"];

const source = join(import.meta.dirname, "../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(join(source, from), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, to = ""]) => ({ from, to }));
});

const own = imports.filter(({ to }) => to.startsWith(".")).map(({ from, to }) => ({ from, to: relative(source, join(source, dirname(from), to)) }));
const roomOf = (file: string) => file.split("/")[0] ?? "";

it("a room imports only those before it", () => {
  const wrong = own.filter(({ from, to }) => ROOMS.indexOf(roomOf(to)) > ROOMS.indexOf(roomOf(from)) || (FACES.includes(roomOf(from)) && FACES.includes(roomOf(to)) && roomOf(from) !== roomOf(to)));
  expect(wrong).toEqual([]);
});

it("every file is in a room", () => {
  expect(files.filter((file) => !ROOMS.includes(roomOf(file)))).toEqual([]);
});

it("nothing imports in a circle", () => {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
    if (done.has(file) || path.includes(file)) return;
    for (const { to } of sound.filter(({ from }) => from === file)) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

/** Types are gone when the program runs, and what is fetched when it is needed waits for nobody. */
const sound = own.filter(({ from, to }) => {
  const text = readFileSync(join(source, from), "utf8");
  const name = to.split("/").at(-1)?.replace(".", "\\.");
  return new RegExp(`^(?:import|export)(?! type)[^;]*?["'][^"']*${name}["']`, "m").test(text);
});

it("takes components of UI5 one by one", () => {
  expect(imports.filter(({ to }) => to === "@ui5/webcomponents-react" || to.endsWith("/AllIcons.js") || to.endsWith("/Assets.js"))).toEqual([]);
});
