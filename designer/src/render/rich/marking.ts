/** A text with what is selected of it. */
export interface Marking {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Sets marks around what is selected, or takes them away where they are already. */
export const around =
  (before: string, after = before) =>
  ({ text, from, to }: Marking): Marking => {
    const has = text.slice(0, from).endsWith(before) && text.slice(to).startsWith(after);
    if (has) return { text: text.slice(0, from - before.length) + text.slice(from, to) + text.slice(to + after.length), from: from - before.length, to: to - before.length };
    return { text: text.slice(0, from) + before + text.slice(from, to) + after + text.slice(to), from: from + before.length, to: to + before.length };
  };

/** Sets a mark at the beginning of every line that is selected, or takes it away where all have it. */
export const begin =
  (mark: string) =>
  ({ text, from, to }: Marking): Marking => {
    const start = text.lastIndexOf("\n", from - 1) + 1;
    const found = text.indexOf("\n", to);
    const end = found < 0 ? text.length : found;
    const lines = text.slice(start, end).split("\n");
    const has = lines.every((line) => line.startsWith(mark));
    const marked = lines.map((line) => (has ? line.slice(mark.length) : mark + line)).join("\n");
    return { text: text.slice(0, start) + marked + text.slice(end), from: start, to: start + marked.length };
  };
