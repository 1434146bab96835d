import type { Fault, Problem } from "../contract/account.ts";

/** The engine said no; its words are for the user. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly hint: string | undefined;
  readonly faults: readonly Fault[];

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "Refusal";
    this.status = problem.status;
    this.code = problem.code;
    this.hint = problem.hint;
    this.faults = problem.errors ?? [];
  }
}

/** Nobody answered: the connection is gone, or the server. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("unreachable", { cause });
    this.name = "Unreachable";
  }
}

export interface Options {
  readonly method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Answer<T> {
  readonly body: T;
  readonly tag: string | null;
}

/** Sites of several tenants in development: `/t/{tenant}/…` stands before every address. */
export const base = /^\/t\/[a-z0-9_-]+(?=\/|$)/.exec(globalThis.location?.pathname ?? "")?.[0] ?? "";

const PROBLEMS = "application/problem+json";
const watchers = new Set<() => void>();

/** Calls when an answer says that nobody is signed in any more. */
export function onSignedOut(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

const losers = new Set<() => void>();

/** Calls when nobody answered a request. */
export function onUnreachable(watcher: () => void): () => void {
  losers.add(watcher);
  return () => losers.delete(watcher);
}

/** Asks the engine; an answer that says no is thrown as a {@link Refusal}. */
export async function ask<T>(path: string, options: Options = {}): Promise<Answer<T>> {
  const answer = await send(path, options);
  const text = await answer.text();
  if (answer.ok) return { body: (text === "" ? null : JSON.parse(text)) as T, tag: answer.headers.get("ETag") };
  if (answer.status === 401 && !path.startsWith("/api/auth/")) for (const watcher of watchers) watcher();
  throw refusalOf(answer.status, answer.statusText, answer.headers.get("Content-Type"), text);
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await ask<T>(path, signal ? { signal } : {})).body;
}

export async function post<T>(path: string, body: unknown = {}, headers?: Readonly<Record<string, string>>): Promise<T> {
  return (await ask<T>(path, { method: "POST", body, ...(headers && { headers }) })).body;
}

/** Asks the engine for a file, by what is too long for an address. */
export async function file(path: string, body: unknown): Promise<Blob> {
  const answer = await send(path, { method: "POST", body });
  if (answer.ok) return await answer.blob();
  throw refusalOf(answer.status, answer.statusText, answer.headers.get("Content-Type"), await answer.text());
}

async function send(path: string, { method = "GET", body, headers, signal }: Options): Promise<Response> {
  try {
    return await fetch(base + path, {
      method,
      headers: {
        Accept: "application/json;decimals=string",
        "Accept-Language": document.documentElement.lang,
        "X-Requested-With": "armature",
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (failed) {
    if (failed instanceof DOMException && failed.name === "AbortError") throw failed;
    for (const watcher of losers) watcher();
    throw new Unreachable(failed);
  }
}

/** What an answer that says no means. */
export function refusalOf(status: number, statusText: string, type: string | null, text: string): Refusal {
  const said = type?.startsWith(PROBLEMS);
  return new Refusal(said ? (JSON.parse(text) as Problem) : { status, code: `HTTP-${status}`, title: statusText });
}

/** The query of an address; what is undefined or empty is left out. */
export function query(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? "" : `?${text}`;
}

/** Where the records of an entity are: `crm.customer` at `/api/crm/customer`. */
export const placeOf = (entity: string) => `/api/${entity.replace(".", "/")}`;
