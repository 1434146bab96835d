import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { Entity, Screen } from "../../contract/screen.ts";
import { remove, restore } from "../../data/records.ts";
import { Button } from "../../render/control/Button.tsx";
import { useKept } from "../../render/control/kept.ts";
import { useShortcuts } from "../../render/control/keys.ts";
import { Popover } from "../../render/control/Popover.tsx";
import { say } from "../../render/control/toast.ts";
import type { FormState } from "../../render/form/state.ts";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { Value } from "../../render/record/Value.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { backTo, sameWayBack } from "./back.ts";
import { PrintEntries } from "./PrintEntries.tsx";
import { useMe } from "../../data/session.ts";

const ShareDialog = lazy(() => import("./ShareDialog.tsx"));
const ExplainDialog = lazy(() => import("./ExplainDialog.tsx"));
const DeleteDialog = lazy(() => import("../list/DeleteDialog.tsx"));

interface Props {
  readonly entity: Entity;
  readonly screen: Screen;
  readonly id: string;
  readonly title: string;
  readonly state: FormState;
  readonly busy: boolean;
  readonly readOnly: boolean;
  readonly panel: boolean;
  readonly onPanel: () => void;
  readonly onSave: () => void;
  readonly onBack: () => void;
}

const NONE: readonly string[] = [];

/** What the record is called, and what can be done with it. */
export function FormHead({ entity, id, title, state, busy, readOnly, panel, onPanel, onSave, onBack }: Props) {
  const t = useWords();
  const isNew = id === "new";
  const status = Object.entries(entity.fields).find(([name, field]) => name === "status" && field.type === "choice")?.[1];
  return (
    <header className="form-head">
      <Button design="Transparent" icon="nav-back" label={t("action.back")} onPress={onBack} />
      <div className="form-title">
        <small className="muted">{entity.singular}</small>
        <h1 className="ellipsis">{title}</h1>
      </div>
      {status && !isNew && (
        <span className="form-status">
          <Value value={state.record["status"]} field={status} record={state.record} />
        </span>
      )}
      {state.isDirty && <span className="form-dirty">{t("form.unsaved")}</span>}
      <span className="grow" />
      {!isNew && <Neighbours entity={entity} id={id} />}
      {!isNew && <More entity={entity} id={id} />}
      {!isNew && <Button design="Transparent" icon="discussion" label={t(panel ? "form.closePanel" : "form.openPanel")} pressed={panel} onPress={onPanel} />}
      {!readOnly && (
        <Button id="form-save" design="Emphasized" disabled={busy || (!isNew && !state.isDirty && !state.unread.isAny)} onPress={onSave}>
          {t("action.save")}
        </Button>
      )}
    </header>
  );
}

/** Through the list that the record was opened from, without going back to it. */
function Neighbours({ entity, id }: { readonly entity: Entity; readonly id: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const [ids] = useKept<readonly string[]>(`armature.neighbours.${entity.entity}`, NONE);
  const at = ids.indexOf(id);
  const [pack = "", name = ""] = entity.entity.split(".");
  const go = (by: number) => {
    const next = at < 0 ? undefined : ids[at + by];
    if (next) void navigate({ to: "/$pack/$entity/$id", params: { pack, entity: name, id: next }, search: Object.fromEntries(new URLSearchParams(location.search)) });
  };
  useShortcuts({ "alt+arrowdown": () => go(1), "alt+arrowup": () => go(-1) });
  if (at < 0) return null;
  return (
    <span className="row form-neighbours">
      <small className="muted number">{t("form.position", { at: at + 1, count: ids.length })}</small>
      <Button design="Transparent" icon="navigation-up-arrow" label={t("form.previous")} disabled={at === 0} onPress={() => go(-1)} />
      <Button design="Transparent" icon="navigation-down-arrow" label={t("form.next")} disabled={at === ids.length - 1} onPress={() => go(1)} />
    </span>
  );
}

function More({ entity, id }: { readonly entity: Entity; readonly id: string }) {
  const t = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState<"delete" | "explain" | "share" | null>(null);
  const [pack = "", name = ""] = entity.entity.split(".");
  const choose = (run: () => unknown) => () => {
    setOpen(false);
    run();
  };
  const copyLink = async () => {
    await navigator.clipboard.writeText(location.origin + location.pathname);
    say(t("list.linkCopied"));
  };
  const erase = async () => {
    setAsking(null);
    try {
      await remove(entity.entity, id);
      say(t("list.deleted", { count: 1 }), entity.features.softDelete ? { action: { title: t("action.undo"), run: () => void restore(entity.entity, id) } } : {});
      await navigate(backTo(pack, name));
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    }
  };
  return (
    <>
      <Button id="form-more" design="Transparent" icon="overflow" label={t("action.more")} popup="menu" onPress={() => setOpen(!open)} />
      <Popover opener="form-more" open={open} label={t("action.more")} onClose={() => setOpen(false)}>
        <div className="menu-list" role="menu" aria-label={t("action.more")}>
          {entity.may["create"] !== "none" && (
            <button type="button" role="menuitem" className="plain menu-entry" onClick={choose(() => navigate({ to: "/$pack/$entity/$id", params: { pack, entity: name, id: "new" }, search: { ...sameWayBack(), copy: id } }))}>
              <Glyph name="duplicate" /> {t("action.duplicate")}
            </button>
          )}
          <button type="button" role="menuitem" className="plain menu-entry" onClick={choose(copyLink)}>
            <Glyph name="chain-link" /> {t("action.copyLink")}
          </button>
          {entity.may["share"] !== "none" && (
            <button type="button" role="menuitem" className="plain menu-entry" onClick={choose(() => setAsking("share"))}>
              <Glyph name="share-2" /> {t("action.share")}
            </button>
          )}
          {entity.may["print"] !== "none" && <PrintEntries entity={entity.entity} id={id} onChosen={() => setOpen(false)} />}
          <button type="button" role="menuitem" className="plain menu-entry" onClick={choose(() => window.print())}>
            <Glyph name="print" /> {t("action.print")}
          </button>
          {me.roles.includes("administrator") && (
            <button type="button" role="menuitem" className="plain menu-entry" onClick={choose(() => setAsking("explain"))}>
              <Glyph name="key" /> {t("form.explain")}
            </button>
          )}
          {entity.may["delete"] !== "none" && (
            <button type="button" role="menuitem" className="plain menu-entry" onClick={choose(() => setAsking("delete"))}>
              <Glyph name="delete" /> {t("action.delete")}
            </button>
          )}
        </div>
      </Popover>
      <Suspense>
        {asking === "share" && <ShareDialog entity={entity} id={id} onClose={() => setAsking(null)} />}
        {asking === "explain" && <ExplainDialog entity={entity} id={id} onClose={() => setAsking(null)} />}
        {asking === "delete" && <DeleteDialog entity={entity} count={1} busy={false} onDelete={() => void erase()} onClose={() => setAsking(null)} />}
      </Suspense>
    </>
  );
}
