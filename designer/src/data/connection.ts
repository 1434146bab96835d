import { useSyncExternalStore } from "react";
import { onUnreachable } from "./client.ts";

let lost = false;
const watchers = new Set<() => void>();

/** Notes whether the server answers. */
export function setLost(now: boolean): void {
  if (lost === now) return;
  lost = now;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

onUnreachable(() => setLost(true));

/** Whether the server was out of reach when it was asked last. */
export const useLost = () => useSyncExternalStore(watch, () => lost);
