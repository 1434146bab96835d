import { useSyncExternalStore } from "react";

/** A short word that goes away by itself, with one thing to do about it at most. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: "plain" | "negative";
  readonly action?: { readonly title: string; readonly run: () => void };
}

const SHOWN = 5_000;
const SHOWN_WITH_ACTION = 9_000;
/** What went wrong takes longer to read. */
const SHOWN_WRONG = 12_000;

let toasts: readonly Toast[] = [];
let last = 0;
const watchers = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const watcher of watchers) watcher();
}

export function say(text: string, more: Partial<Pick<Toast, "tone" | "action">> = {}): void {
  const toast: Toast = { id: ++last, text, tone: "plain", ...more };
  set([...toasts.slice(-2), toast]);
  hide(toast);
}

const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** Lets it go after a while, beginning now. */
export function hide({ id, tone, action }: Toast): void {
  hold(id);
  timers.set(id, setTimeout(() => dismiss(id), tone === "negative" ? SHOWN_WRONG : action ? SHOWN_WITH_ACTION : SHOWN));
}

/** It stays while somebody rests on it. */
export function hold(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

export const dismiss = (id: number) => set(toasts.filter((toast) => toast.id !== id));

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const useToasts = () => useSyncExternalStore(watch, () => toasts);
