import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Entry, Json } from "../../contract/record.ts";
import { idOf, isEntry } from "../../contract/record.ts";
import type { Fields, Screen } from "../../contract/screen.ts";
import { get, placeOf, query } from "../../data/client.ts";
import { keep, readKept } from "../control/kept.ts";
import { type Circumstances, useCircumstances } from "../record/circumstances.ts";
import { alike, computed, sentOf } from "./compute.ts";
import { neededOfLink, selectPaths } from "./needed.ts";
import { type Unread, useUnread } from "./unread.ts";

/** What was typed and not yet saved; kept in the browser so that nothing of it is lost. */
export interface Draft {
  readonly values: Entry;
  readonly version: number | null;
  readonly at: string;
}

export interface FormState {
  /** The record as the form shows it, formulas computed. */
  readonly record: Entry;
  /** The fields that were changed, as they are sent. */
  readonly changes: Entry;
  readonly isDirty: boolean;
  readonly where: Circumstances;
  /** The record on which one began to type, whatever others did to it since; without fields where that is not known. */
  readonly base: Entry;
  /** Its version; null for a new one. */
  readonly version: number | null;
  /** When the draft that came back was typed; null when there was none. */
  readonly restored: string | null;
  readonly unread: Unread;
  readonly set: (name: string, value: Json) => void;
  readonly setMany: (values: Entry) => void;
  readonly discard: () => void;
  /** Remembers what is typed now as what is sent. The answer is told the version that came of it, and tells what was typed since. */
  readonly sending: () => (version: number) => Entry;
}

const PAUSE = 400;
export const draftKey = (entity: string, id: string) => `armature.draft.${entity}.${id}`;
export const keepDraft = (entity: string, id: string, draft: Draft) => keep(draftKey(entity, id), draft);

/**
 * A record being typed into.
 *
 * @param saved as the engine has it; what an empty form begins with for a new one
 */
export function useFormState(screen: Screen, all: Fields, id: string, saved: Entry): FormState {
  const where = useCircumstances();
  const key = draftKey(screen.entity, id);
  const fields = useMemo<Fields>(() => ({ ...all, ...screen.fields }), [all, screen.fields]);
  const [{ typed, draft }, setTyped] = useState<{ readonly typed: Entry; readonly draft: Draft | null }>(() => {
    const kept = readKept<Draft | null>(key, null);
    return { typed: kept?.values ?? {}, draft: kept };
  });
  const [base, setBase] = useState(saved);
  /** The version that was saved from here, when more was typed meanwhile. */
  const [own, setOwn] = useState<number | null>(null);
  const latest = useRef(typed);
  latest.current = typed;
  const record = useMemo(() => computed({ ...base, ...typed }, fields, where), [base, typed, fields, where]);
  const changes = useMemo<Entry>(() => {
    return Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) => {
        const field = fields[name];
        return field && !alike(value, base[name], field) ? [[name, sentOf(value, field)] as const] : [];
      }),
    );
  }, [typed, base, fields]);
  const isDirty = Object.keys(changes).length > 0;
  // What others save meanwhile shows at once, unless something is being typed: then it is for the conflict screen.
  if (base !== saved && (!isDirty || Number(saved["version"]) === own)) setBase(saved);
  const now = Number(base["version"] ?? 0) || null;
  const isOutdated = draft !== null && isDirty && draft.version !== null && draft.version !== now;
  const version = isOutdated ? draft.version : now;
  useDraft(key, typed, isDirty, version);
  const unread = useUnread();
  const { forget } = unread;
  const setMany = useCallback(
    (values: Entry) => {
      forget(Object.keys(values));
      setTyped((before) => ({ ...before, typed: { ...before.typed, ...values } }));
    },
    [forget],
  );
  const set = useCallback(
    (name: string, value: Json) => {
      setMany({ [name]: value });
      if (isEntry(value) && typeof value["id"] === "string") {
        void follow(screen, fields, name, value, () => ({ ...base, ...latest.current })).then(setMany);
      }
    },
    [setMany, screen, fields, base],
  );
  const discard = useCallback(() => {
    keep(key, undefined);
    forget(Object.keys(fields));
    setTyped({ typed: {}, draft: null });
  }, [key, fields, forget]);
  const sending = useCallback<FormState["sending"]>(() => {
    const sent = latest.current;
    return (made) => {
      const since = Object.fromEntries(Object.entries(latest.current).filter(([name, value]) => !(name in sent) || value !== sent[name]));
      setTyped({ typed: since, draft: null });
      setOwn(made);
      return since;
    };
  }, []);
  return { record, changes, isDirty, where, base: isOutdated ? NOTHING_KNOWN : base, version, restored: draft?.at ?? null, unread, set, setMany, discard, sending };
}

const NOTHING_KNOWN: Entry = {};

function useDraft(key: string, values: Entry, isDirty: boolean, version: number | null): void {
  useEffect(() => {
    const save = () => keep(key, isDirty ? ({ values, version, at: new Date().toISOString() } satisfies Draft) : undefined);
    const timer = setTimeout(save, PAUSE);
    window.addEventListener("pagehide", save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", save);
      save();
    };
  }, [key, values, isDirty, version]);
}

/** Reads what the form needs of the record that was just chosen, and fills the fields that copy from it. */
async function follow(screen: Screen, fields: Fields, name: string, link: Entry, now: () => Entry): Promise<Entry> {
  const target = fields[name]?.to;
  const needed = neededOfLink(name, screen, screen.fields);
  const id = idOf(link);
  if (!target || !id || needed.length === 0) return {};
  const asked = selectPaths(["id", ...(target.label ? [target.label] : []), ...needed]).join(",");
  const linked = await get<Entry>(`${placeOf(target.entity)}/${id}${query({ fields: asked })}`);
  // Meanwhile somebody may have typed on, or chosen another.
  const record = now();
  if (idOf(record[name]) !== id) return {};
  const copies = Object.entries(fields).flatMap(([copy, field]) => {
    const [from, ...path] = field.copy?.from.split(".") ?? [];
    const present = record[copy];
    const wanted = from === name && (field.copy?.when === "always" || present === null || present === undefined || present === "");
    if (!wanted) return [];
    const value = path.reduce<Json>((at, step) => (isEntry(at) ? (at[step] ?? null) : null), linked);
    return value === null ? [] : [[copy, value] as const];
  });
  return { [name]: linked, ...Object.fromEntries(copies) };
}
