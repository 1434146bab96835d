import type { KeyboardEvent } from "react";

/** From tab to tab by the arrow keys. Where a tab takes its time to come it is only focused: Enter shows it. */
export const tabKeys =
  (shows = true) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
    const at = tabs.indexOf(event.target as HTMLElement);
    const on = document.documentElement.dir === "rtl" ? -1 : 1;
    const to = { ArrowRight: at + on, ArrowLeft: at - on, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || to === undefined || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = tabs[(to + tabs.length) % tabs.length];
    next?.focus();
    if (shows) next?.click();
  };

/** Of several tabs the Tab key stops at the one that shows. */
export const tabStop = (selected: boolean) => (selected ? 0 : -1);
