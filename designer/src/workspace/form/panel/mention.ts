/** What is being typed behind an @ at a place in a text; null where nobody is named. */
export function namedAt(text: string, caret: number): { readonly from: number; readonly letters: string } | null {
  const found = /(?:^|[\s([{])@([\p{L}\p{N}._-]{0,40})$/u.exec(text.slice(0, caret));
  return found ? { from: caret - (found[1]?.length ?? 0), letters: found[1] ?? "" } : null;
}

/** The parts of a text, and which of them name somebody. */
export function partsOf(text: string): readonly { readonly text: string; readonly names: boolean }[] {
  const name = /(?<![\p{L}\p{N}._@+-])@[\p{L}\p{N}](?:[\p{L}\p{N}._@+-]*[\p{L}\p{N}_])?/gu;
  const parts: { text: string; names: boolean }[] = [];
  let last = 0;
  for (const found of text.matchAll(name)) {
    if (found.index > last) parts.push({ text: text.slice(last, found.index), names: false });
    parts.push({ text: found[0], names: true });
    last = found.index + found[0].length;
  }
  if (last < text.length) parts.push({ text: text.slice(last), names: false });
  return parts;
}
