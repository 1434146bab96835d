import { useLayoutEffect, useRef } from "react";

/** Whether a key was pressed where somebody types; shadow roots hide that from `target`. */
export function isTyping(event: KeyboardEvent): boolean {
  const typed = ["INPUT", "TEXTAREA", "SELECT"];
  return event.composedPath().some((node) => node instanceof HTMLElement && (typed.includes(node.tagName) || node.isContentEditable));
}

/** Whether something is open that has keys of its own. */
function isInPopup(event: KeyboardEvent): boolean {
  const popup = /^(UI5-(DIALOG|POPOVER|RESPONSIVE-POPOVER)|DIALOG)$/;
  return event.composedPath().some((node) => node instanceof HTMLElement && popup.test(node.tagName)) || document.querySelector("ui5-dialog[open], ui5-popover[open], dialog[open]") !== null;
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

/** What a key does; false where it does nothing now, and others may have it. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

/** Whether nobody has the keys: they go to the page as a whole. */
export const isFree = (element = document.activeElement) => element === null || element === document.body || element.id === "page";

/** Keys that work wherever the focus is; those without `mod` or `alt` not while somebody types. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  // At once: whoever sees what they belong to may press them.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const combo = comboOf(event);
      const run = current.current[combo];
      const free = combo.includes("mod+") || combo.includes("alt+") || combo === "escape" || !isTyping(event);
      if (!run || !free || event.defaultPrevented || isInPopup(event)) return;
      if (run(event) !== false) event.preventDefault();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
