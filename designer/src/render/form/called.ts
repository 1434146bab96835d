import type { Fields } from "../../contract/screen.ts";

/** What is said of a field with the name that people read: the engine also speaks to programs. */
export function called(path: string, fields: Fields, words: string): string {
  const names = path.replace(/\[\d+\]/g, "").split(".");
  const title = names.reduce<{ readonly fields?: Fields; readonly title?: string } | undefined>((at, name) => at?.fields?.[name], { fields })?.title;
  return title === undefined ? words : words.replaceAll(`\`${names.at(-1)}\``, title);
}
