import "@ui5/webcomponents-icons/dist/navigation-up-arrow.js";
import "@ui5/webcomponents-icons/dist/navigation-down-arrow.js";
import "@ui5/webcomponents-icons/dist/overflow.js";
import "@ui5/webcomponents-icons/dist/nav-back.js";
import "@ui5/webcomponents-icons/dist/discussion.js";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { Entry } from "../../contract/record.ts";
import type { Entity, Fields, Screen } from "../../contract/screen.ts";
import { Refusal, Unreachable } from "../../data/client.ts";
import { useLost } from "../../data/connection.ts";
import { change, create, restore } from "../../data/records.ts";
import { useKept } from "../../render/control/kept.ts";
import { isTyping, useShortcuts } from "../../render/control/keys.ts";
import { Notice } from "../../render/control/Notice.tsx";
import { say } from "../../render/control/toast.ts";
import { sentOf } from "../../render/form/compute.ts";
import { FormBody } from "../../render/form/FormBody.tsx";
import { called } from "../../render/form/called.ts";
import { focusFirst } from "../../render/form/focus.ts";
import { placedIn } from "../../render/form/needed.ts";
import { keepDraft, useFormState } from "../../render/form/state.ts";
import { useFormats } from "../../render/format/formats.ts";
import { useWords, type Words } from "../../render/text/text.ts";
import { wentOnTo } from "../../render/view/list/back.ts";
import { RULE, wordsFor } from "../../render/view/Problem.tsx";
import { useRecent } from "../shell/places.ts";
import { FormHead } from "./FormHead.tsx";
import { RelatedBar } from "./RelatedBar.tsx";
import { SidePanel } from "./SidePanel.tsx";
import { WorkflowBar } from "./WorkflowBar.tsx";
import { backTo, sameWayBack } from "./back.ts";

const Conflict = lazy(() => import("./Conflict.tsx"));

interface Props {
  readonly entity: Entity;
  readonly screen: Screen;
  /** `new` for one that is being made. */
  readonly id: string;
  readonly saved: Entry;
}

/** Some of what was typed is no value: it is not sent, and nothing else without it. */
class NotRead extends Error {
  constructor(readonly words: Readonly<Record<string, string>>) {
    super(Object.values(words).join(" "));
  }
}

/** Somebody else saved first, or the record was just changed by a formula or hook of its own. */
const OUTDATED = 412;

export function RecordForm({ entity, screen, id, saved }: Props) {
  const t = useWords();
  const formats = useFormats();
  const navigate = useNavigate();
  const fields = useMemo(() => ({ ...entity.fields, ...screen.fields }), [entity, screen]);
  const state = useFormState(screen, entity.fields, id, saved);
  const [failure, setFailure] = useState<unknown>(null);
  const [conflict, setConflict] = useState(false);
  const [busy, setBusy] = useState(false);
  const [waits, setWaits] = useState(false);
  const lost = useLost();
  const [key] = useState(() => crypto.randomUUID());
  const [panel, setPanel] = useKept("armature.panel", true);
  const { visited } = useRecent();
  const isNew = id === "new";
  const title = isNew ? t("form.new", { title: entity.singular }) : String(state.record[entity.label] ?? entity.singular);
  const [pack = "", name = ""] = entity.entity.split(".");
  const readOnly = entity.may[isNew ? "create" : "update"] === "none" || state.record["deleted_at"] != null;
  useEffect(() => {
    document.title = `${title} · Armature`;
    if (isNew) return;
    wentOnTo(entity.entity, id);
    visited({ key: `${entity.entity}/${id}`, entity: entity.entity, id, title, under: entity.singular, ...(entity.icon && { icon: entity.icon }) });
    // A visit is to a record, whatever is typed into its name.
    // eslint-disable-next-line
  }, [id, entity.entity]);
  useEffect(() => (isNew ? focusFirst() : undefined), [isNew]);
  // Once all of it can be read, nothing is wrong any more that was not sent.
  if (failure instanceof NotRead && !state.unread.isAny) setFailure(null);
  const faults = useMemo(() => faultsOf(failure, fields), [failure, fields]);
  // Not every field stands in the form; what is wrong with the others is said above it.
  const elsewhere = useMemo(() => {
    const placed = new Set(placedIn(screen.tabs ?? []).map(({ field }) => field));
    return Object.entries(faults).flatMap(([path, words]) => {
      const root = path.replace(/[[.].*$/, "");
      return placed.has(path) || placed.has(root) ? [] : [`${fields[root]?.title ?? path}: ${words}`];
    });
  }, [faults, fields, screen]);
  const save = async (version: number | null = state.version, changes: Entry = state.changes) => {
    if (busy || readOnly) return;
    const unread = state.unread.now();
    if (Object.keys(unread).length > 0) return setFailure(new NotRead(unread));
    setBusy(true);
    setWaits(false);
    const isSaved = state.sending();
    try {
      if (isNew) {
        const given = Object.entries(state.record).filter(([each, value]) => value !== null && fields[each] && !fields[each]?.formula && !fields[each]?.system && fields[each]?.type !== "lookup" && fields[each]?.readOnly !== true);
        const made = await create(entity.entity, Object.fromEntries(given.map(([each, value]) => [each, sentOf(value, fields[each] ?? missing(each))])), key);
        const since = isSaved(Number(made["version"]));
        state.discard();
        const madeId = String(made["id"]);
        if (Object.keys(since).length > 0) keepDraft(entity.entity, madeId, { values: since, version: null, at: new Date().toISOString() });
        say(t("form.saved"));
        await navigate({ to: "/$pack/$entity/$id", params: { pack, entity: name, id: madeId }, search: sameWayBack(), replace: true });
      } else {
        const changed = await change(entity.entity, id, changes, version ?? undefined);
        isSaved(Number(changed["version"]));
        say(t("form.saved"));
      }
      setFailure(null);
      setConflict(false);
    } catch (refused) {
      if (refused instanceof Refusal && refused.status === OUTDATED) setConflict(true);
      else if (refused instanceof Unreachable) setWaits(true);
      else setFailure(refused);
    } finally {
      setBusy(false);
    }
  };
  const again = useRef(save);
  again.current = save;
  // Saving twice does no harm: a new record has a key, a changed one its version.
  useEffect(() => {
    if (waits && !lost) void again.current();
  }, [waits, lost]);
  const back = () => void navigate(backTo(pack, name));
  const takeBack = async () => {
    try {
      await restore(entity.entity, id);
      say(t("bulk.restored", { count: 1 }));
    } catch (refused) {
      setFailure(refused);
    }
  };
  useShortcuts({
    "mod+s": () => {
      (document.activeElement as HTMLElement | null)?.blur();
      // What is typed in a date field is told when it is left.
      setTimeout(() => document.getElementById("form-save")?.click());
    },
    "alt+n": () => void navigate({ to: "/$pack/$entity/$id", params: { pack, entity: name, id: "new" }, search: sameWayBack() }),
    // Out of the field first, then out of the record.
    escape: (event) => (isTyping(event) ? (document.activeElement as HTMLElement | null)?.blur() : back()),
  });
  return (
    <div className={`form-page ${panel && !isNew ? "form-with-panel" : ""}`}>
      <FormHead entity={entity} screen={screen} id={id} title={title} state={state} busy={busy} readOnly={readOnly} panel={panel} onPanel={() => setPanel(!panel)} onSave={() => void save()} onBack={back} />
      {!isNew && <WorkflowBar entity={entity} id={id} record={saved} disabled={state.isDirty} />}
      <div className="form-main">
        <div className="form-notices">
          {failure !== null && (
            <Notice tone="Negative" onClose={() => setFailure(null)}>
              {aboveOf(failure, faults, t)}
              {Object.keys(faults).length > 1 && elsewhere.map((words) => <div key={words}>{words}</div>)}
            </Notice>
          )}
          {waits && <Notice tone="Critical">{t("form.savesLater")}</Notice>}
          {state.restored && state.isDirty && (
            <Notice tone="Information">
              {t("form.draftRestored", { when: formats.dateTime(state.restored) })}{" "}
              <button type="button" className="plain form-discard" onClick={state.discard}>
                {t("form.discardDraft")}
              </button>
            </Notice>
          )}
          {state.record["deleted_at"] != null && (
            <Notice tone="Critical">
              {t("form.deletedNotice")}{" "}
              {entity.may["delete"] !== "none" && (
                <button type="button" className="plain form-discard" onClick={() => void takeBack()}>
                  {t("bulk.restore")}
                </button>
              )}
            </Notice>
          )}
        </div>
        {!isNew && <RelatedBar entity={entity} id={id} />}
        <FormBody screen={screen} fields={fields} state={state} faults={faults} readOnly={readOnly} />
      </div>
      {panel && !isNew && <SidePanel entity={entity} screen={screen} id={id} />}
      <Suspense>{conflict && <Conflict entity={entity} fields={fields} id={id} base={state.base} mine={state.record} changes={state.changes} onClose={() => setConflict(false)} onSave={(version, changes) => void save(version, changes)} />}</Suspense>
    </div>
  );
}

function missing(name: string): never {
  throw new Error(`No field ${name}`);
}

/** What is said above the form: how much is wrong, or what. */
function aboveOf(failure: unknown, faults: Readonly<Record<string, string>>, t: Words): string {
  const all = [...new Set(Object.values(faults))];
  return all.length > 1 ? t("form.problems", { count: all.length }) : (all[0] ?? wordsFor(failure, t));
}

/** What is wrong, by the field it concerns. */
function faultsOf(failure: unknown, fields: Fields): Readonly<Record<string, string>> {
  if (failure instanceof NotRead) return failure.words;
  if (!(failure instanceof Refusal)) return {};
  if (failure.code === RULE && failure.faults.length === 0) return Object.fromEntries(ruled(failure.hint ?? "", fields).map((name) => [name, failure.message]));
  return Object.fromEntries(failure.faults.filter(({ path }) => path !== "").map(({ path, message, hint }) => [path, called(path, fields, [message, hint].filter(Boolean).join(" "))]));
}

/** The fields that a rule names which people can change. */
function ruled(rule: string, fields: Fields): readonly string[] {
  return [...new Set(rule.replace(/'[^']*'/g, "").match(/(?<![\w.])[a-z]\w*/g) ?? [])].filter((name) => {
    const field = fields[name];
    return field !== undefined && !field.system && !field.formula && field.readOnly !== true;
  });
}
