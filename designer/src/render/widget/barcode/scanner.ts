import { isTyping } from "../../control/keys.ts";

/** Nobody types that fast: a scanner does. In milliseconds between two keys. */
const FAST = 50;
const SHORTEST = 4;

type Taker = (text: string) => void;

/** The fields that take what is scanned, the last one shown first. */
const takers: Taker[] = [];
let text = "";
let at = 0;

function listen(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) return;
  if (event.timeStamp - at > FAST) text = "";
  at = event.timeStamp;
  if (event.key === "Enter" && text.length >= SHORTEST) {
    event.preventDefault();
    event.stopPropagation();
    takers.at(-1)?.(text);
    text = "";
  } else if (event.key.length === 1) text += event.key;
}

/** Calls with what a scanner reads, which types it quickly and ends it with Enter; returns what ends that. */
export function listenToScanner(take: Taker): () => void {
  if (takers.length === 0) window.addEventListener("keydown", listen, true);
  takers.push(take);
  return () => {
    takers.splice(takers.indexOf(take), 1);
    if (takers.length === 0) window.removeEventListener("keydown", listen, true);
  };
}
