import { useCallback, useSyncExternalStore } from "react";

const watchers = new Set<() => void>();
const parsed = new Map<string, { readonly text: string | null; readonly value: unknown }>();

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  window.addEventListener("storage", watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener("storage", watcher);
  };
}

let owner = "";

/** From now on everything that is kept is of this user, at this site: whoever else uses the browser does not meet it. */
export function keepFor(who: string): void {
  owner = who;
}

const placeOf = (name: string) => (owner === "" ? name : name.replace(/^armature\./, `armature.${owner}.`));

/** A value kept in this browser; one that cannot be read any more counts as absent. */
export function readKept<T>(name: string, usual: T): T {
  const key = placeOf(name);
  const text = localStorage.getItem(key);
  const known = parsed.get(key);
  if (known && known.text === text) return known.value as T;
  const value = text === null ? usual : parse(text, usual);
  parsed.set(key, { text, value });
  return value;
}

function parse<T>(text: string, usual: T): T {
  try {
    return JSON.parse(text) as T;
  } catch (unreadable) {
    if (unreadable instanceof SyntaxError) return usual;
    throw unreadable;
  }
}

export function keep(name: string, value: unknown): void {
  const key = placeOf(name);
  if (value === undefined) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(value));
  for (const watcher of watchers) watcher();
}

export function useKept<T>(key: string, usual: T): readonly [T, (value: T) => void] {
  const value = useSyncExternalStore(watch, () => readKept(key, usual));
  return [value, useCallback((next: T) => keep(key, next), [key])];
}
