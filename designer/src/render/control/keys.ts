import { useEffect, useRef } from "react";

/** Whether a key was pressed where somebody types; shadow roots hide that from `target`. */
export function isTyping(event: KeyboardEvent): boolean {
  const typed = ["INPUT", "TEXTAREA", "SELECT"];
  return event.composedPath().some((node) => node instanceof HTMLElement && (typed.includes(node.tagName) || node.isContentEditable));
}

/** Names a combination as `mod+k`, `alt+n`, `?`; `mod` is Ctrl, or ⌘ where that is usual. */
export function comboOf(event: KeyboardEvent): string {
  const parts = [
    (event.ctrlKey || event.metaKey) && "mod",
    event.altKey && "alt",
    event.shiftKey && event.key.length > 1 && "shift",
    event.key.toLowerCase(),
  ];
  return parts.filter(Boolean).join("+");
}

export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Keys that work wherever the focus is; those without `mod` or `alt` not while somebody types. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const combo = comboOf(event);
      const run = current.current[combo];
      const free = combo.includes("mod+") || combo.includes("alt+") || !isTyping(event);
      if (!run || !free || event.defaultPrevented) return;
      event.preventDefault();
      run(event);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
