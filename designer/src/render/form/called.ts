import type { Fields } from "../../contract/screen.ts";

/** What is said of a field with the name that people read: the engine also speaks to programs. */
export function called(path: string, fields: Fields, words: string): string {
  const names = path.replace(/\[\d+\]/g, "").split(".");
  const [root = "", inner] = names;
  const title = (inner === undefined ? fields[root] : fields[root]?.fields?.[inner])?.title;
  return title === undefined ? words : words.replaceAll(`\`${names.at(-1)}\``, title);
}
