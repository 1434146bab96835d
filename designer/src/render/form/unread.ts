import { useCallback, useMemo, useRef, useState } from "react";

/** What was typed and is no value yet, by field: what is wrong with each. Nothing is sent while there is any. */
export interface Unread {
  readonly words: Readonly<Record<string, string>>;
  readonly isAny: boolean;
  /** As it is this moment, whatever was drawn last. */
  readonly now: () => Readonly<Record<string, string>>;
  readonly tell: (field: string, words: string) => void;
  /** These have values now. */
  readonly forget: (fields: readonly string[]) => void;
}

const NONE: Readonly<Record<string, string>> = {};

export function useUnread(): Unread {
  const [words, setWords] = useState(NONE);
  const latest = useRef(words);
  const set = useCallback((next: Readonly<Record<string, string>>) => {
    latest.current = next;
    setWords(next);
  }, []);
  const tell = useCallback((field: string, said: string) => set({ ...latest.current, [field]: said }), [set]);
  const forget = useCallback(
    (fields: readonly string[]) => {
      const left = Object.entries(latest.current).filter(([field]) => !fields.includes(field));
      if (left.length < Object.keys(latest.current).length) set(Object.fromEntries(left));
    },
    [set],
  );
  const now = useCallback(() => latest.current, []);
  return useMemo(() => ({ words, isAny: Object.keys(words).length > 0, now, tell, forget }), [words, now, tell, forget]);
}
