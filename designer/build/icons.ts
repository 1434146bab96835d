import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const NAME = "virtual:icons";
const RESOLVED = `\0${NAME}`;

/** The shapes of all icons that a definition may name, as one file that is fetched when the first is shown. */
export function icons(): Plugin {
  let building = false;
  return {
    name: "icons",
    configResolved: ({ command }) => {
      building = command === "build";
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const source = JSON.stringify(shapes());
      if (!building) return `export default ${JSON.stringify(`data:application/json,${encodeURIComponent(source)}`)};`;
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: "asset", name: "icons.json", source })};`;
    },
  };
}

function shapes(): Record<string, string> {
  const icon = createRequire(import.meta.url).resolve("@ui5/webcomponents-icons/dist/add.js");
  const folder = join(dirname(icon), "v5");
  const shape = (file: string) => /const pathData = "([^"]*)"/.exec(readFileSync(join(folder, file), "utf8"))?.[1];
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) => {
        const path = shape(file);
        return path ? [[file.slice(0, -".js".length), path]] : [];
      }),
  );
}
