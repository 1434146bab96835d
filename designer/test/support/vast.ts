import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const launcher = join(import.meta.dirname, "../../../armature");

export const MODULES = 10;
export const ENTITIES = 30;
export const FIELDS = 200;

const TYPES = ["text", "decimal, digits: 2", "date", "boolean", "choice, options: { low: Low, high: High }", "integer", "email", "longText", "percent", "dateTime"];

const modules = Array.from({ length: MODULES }, (_, index) => index);
const pack = (module: number) => `vast${module}`;

/** A form nobody described, of very many fields, with lines. */
const sheet = (module: number) => {
  const fields = Array.from({ length: FIELDS - 4 }, (_, index) => `  f${index}: { type: ${TYPES[index % TYPES.length]}, title: "Property ${index}" }`);
  return `title: Sheet of module ${module}
plural: Sheets of module ${module}
label: name
search: { name: A }
fields:
  name: { type: text, required: true, inList: true }
  part: { type: link, to: ${pack(Math.max(0, module - 1))}.part, inList: true }
${fields.join("\n")}
  items: { type: lines, of: ${pack(module)}.item }
  total: { type: decimal, digits: 2, formula: "sum(items.amount)", inList: true }
`;
};

const item = (module: number) => `title: Item
label: text
fields:
  sheet: { type: link, to: ${pack(module)}.sheet, required: true, onDelete: cascade }
  text: { type: text }
  qty: { type: decimal, digits: 2, default: 1 }
  price: { type: decimal, digits: 2 }
  amount: { type: decimal, digits: 2, formula: "round(qty * price, 2)" }
`;

const part = (module: number) => `title: Part of module ${module}
plural: Parts of module ${module}
label: name
features: { tree: true }
search: { name: A }
fields:
  name: { type: text, required: true, inList: true }
`;

const plain = (module: number, number: number) => `title: Thing ${number} of module ${module}
plural: Things ${number} of module ${module}
label: name
search: { name: A }
fields:
  name: { type: text, required: true, max: 80, inList: true }
  code: { type: text, unique: true, max: 20, inList: true }
  before: { type: link, to: ${pack(module)}.${number > 3 ? `thing${number - 1}` : "part"}, inList: true }
  day: { type: date, inList: true }
  amount: { type: decimal, digits: 2, inList: true }
  kind: { type: choice, options: { one: One, two: Two, three: Three }, inList: true }
`;

async function write(folder: string, module: number): Promise<void> {
  const entities = join(folder, "entities");
  await mkdir(entities, { recursive: true });
  const requires = module === 0 ? "" : `requires: { ${pack(module - 1)}: ">=1.0 <2" }\n`;
  await writeFile(join(folder, "pack.yaml"), `pack: ${pack(module)}\nversion: 1.0.0\ntitle: Module ${module}\n${requires}`);
  const files: Readonly<Record<string, string>> = { sheet: sheet(module), item: item(module), part: part(module) };
  for (const [name, text] of Object.entries(files)) await writeFile(join(entities, `${name}.yaml`), text);
  for (let number = Object.keys(files).length; number < ENTITIES; number++) await writeFile(join(entities, `thing${number}.yaml`), plain(module, number));
}

/** Installs modules that nobody made views or menus for, into a tenant. */
export async function installVast(address: string, tenant: string, token: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "armature-vast-"));
  try {
    const folders = modules.map((module) => join(folder, pack(module)));
    for (const module of modules) await write(folders[module] ?? folder, module);
    const install = spawn(launcher, ["pack", "install", ...folders, "--yes", "--url", address, "--tenant", tenant, "--token", token], { stdio: ["ignore", "ignore", "inherit"] });
    const [code] = await once(install, "exit");
    if (code !== 0) throw new Error("The modules could not be installed");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
