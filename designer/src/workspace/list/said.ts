import { useEffect, useRef } from "react";
import { announce } from "../../render/control/announce.ts";
import { useWords } from "../../render/text/text.ts";
import type { Asked } from "../../render/view/view.ts";
import { countWords, useCount } from "./count.ts";

/** Tells those who do not see it how many records a list shows, and how many of them are selected. */
export function useSaid(entity: string, asked: Asked, selected: number): void {
  const t = useWords();
  const counted = useCount(entity, asked);
  const count = counted && countWords(counted, t);
  // Also where another filter finds as many as the one before.
  useEffect(() => announce(count ?? ""), [count, asked.filter, asked.q, asked.deleted]);
  const before = useRef(0);
  useEffect(() => {
    if (selected !== before.current) announce(t(selected === 0 ? "list.selectedNone" : "list.selected", { count: selected }));
    before.current = selected;
  }, [selected, t]);
}
