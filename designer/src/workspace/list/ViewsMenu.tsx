import "@ui5/webcomponents-icons/dist/edit.js";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { SavedView, Search } from "../../contract/savedView.ts";
import type { Entity } from "../../contract/screen.ts";
import { changeView, chooseView, keepView, viewChoicesQuery } from "../../data/savedViews.ts";
import { useMe } from "../../data/session.ts";
import { Button } from "../../render/control/Button.tsx";
import { TextInput } from "../../render/control/TextInput.tsx";
import { say } from "../../render/control/toast.ts";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { NO_VIEW } from "../../render/view/view.ts";
import { hereOf, isChanged } from "./saved.ts";

const ViewDialog = lazy(() => import("./ViewDialog.tsx"));

interface Props {
  readonly entity: Entity;
  readonly views: readonly SavedView[];
  readonly current: SavedView | undefined;
  readonly onClose: () => void;
}

/** Chooses a view, keeps the present one, and says which one opens first. */
export default function ViewsMenu({ entity, views, current, onClose }: Props) {
  const t = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [edited, setEdited] = useState<SavedView | null>(null);
  const choice = useQuery(viewChoicesQuery).data?.find((each) => each.entity === entity.entity);
  const [pack = "", entityName = ""] = entity.entity.split(".");
  const here = hereOf(location);
  const isMine = (view: SavedView) => view.owner?.id === me.id;
  const go = (search: Search) => {
    onClose();
    void navigate({ to: "/$pack/$entity", params: { pack, entity: entityName }, search });
  };
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    }
  };
  const saveAs = () =>
    attempt(async () => {
      const saved = await keepView(entity.entity, name.trim(), here);
      say(t("views.saved", { name: name.trim() }));
      go({ ...here, saved });
    });
  const save = (view: SavedView) =>
    attempt(async () => {
      await changeView(view.id, { search: here });
      onClose();
      say(t("views.saved", { name: view.name }));
    });
  const entry = (view: SavedView) => (
    <div key={view.id} className="row views-row">
      <button type="button" className="plain menu-entry grow" aria-current={view.id === current?.id || undefined} onClick={() => go({ ...view.state.search, saved: view.id })}>
        <span className="ellipsis grow">{view.name}</span>
        {choice?.view.id === view.id && <Glyph name="home" size={12} />}
        {isMine(view) ? (view.everybody || view.readers.length > 0) && <Glyph name="group" size={12} /> : <small className="muted ellipsis">{view.owner?.name}</small>}
      </button>
      {isMine(view) && (
        <button type="button" className="plain menu-entry" aria-label={t("views.editOf", { name: view.name })} onClick={() => setEdited(view)}>
          <Glyph name="edit" size={14} />
        </button>
      )}
    </div>
  );
  const [own, shared] = [views.filter(isMine), views.filter((view) => !isMine(view))];
  return (
    <div className="menu-list views-menu">
      <button type="button" className="plain menu-entry" aria-current={(!current && Object.keys(here).length === 0) || undefined} onClick={() => go(choice ? { saved: NO_VIEW } : {})}>
        {t("list.viewUsual")}
      </button>
      {own.length > 0 && <div className="menu-title">{t("views.mine")}</div>}
      {own.map(entry)}
      {shared.length > 0 && <div className="menu-title">{t("views.shared")}</div>}
      {shared.map(entry)}
      <div className="menu-line" />
      {current && isMine(current) && isChanged(current, here) && (
        <button type="button" className="plain menu-entry" onClick={() => void save(current)}>
          <Glyph name="save" size={14} /> {t("views.saveChanges", { name: current.name })}
        </button>
      )}
      {current && (
        <button type="button" className="plain menu-entry" aria-pressed={choice?.view.id === current.id} onClick={() => void attempt(() => chooseView(entity.entity, choice?.view.id === current.id ? null : current.id, choice))}>
          <Glyph name="home" size={14} /> {t(choice?.view.id === current.id ? "views.notFirst" : "views.first")}
        </button>
      )}
      <form
        className="views-save"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") void saveAs();
        }}
      >
        <TextInput value={name} onInput={setName} placeholder={t("list.saveViewName")} label={t("list.saveViewName")} />
        <Button submits disabled={name.trim() === ""}>
          {t("action.save")}
        </Button>
      </form>
      <Suspense>
        {edited && (
          <ViewDialog
            view={edited}
            onClose={() => setEdited(null)}
            onSaved={onClose}
            onDeleted={() => {
              if (edited.id === current?.id) go(here);
              else setEdited(null);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
