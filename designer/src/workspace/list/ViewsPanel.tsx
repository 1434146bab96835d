import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../render/control/Button.tsx";
import { useKept } from "../../render/control/kept.ts";
import { Popover } from "../../render/control/Popover.tsx";
import { TextInput } from "../../render/control/TextInput.tsx";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";
import type { ListSearch } from "../router.tsx";
import type { ToolProps } from "./Toolbar.tsx";

interface SavedView {
  readonly name: string;
  readonly search: ListSearch;
}

const NONE: readonly SavedView[] = [];

/** What one looks at often, under a name. Its address can be given to others. */
export function ViewsPanel({ entity }: ToolProps) {
  const t = useWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [views, setViews] = useKept<readonly SavedView[]>(`armature.views.${entity.entity}`, NONE);
  const [pack = "", entityName = ""] = entity.entity.split(".");
  const here = new URLSearchParams(location.search).toString();
  const go = (search: ListSearch) => {
    setOpen(false);
    void navigate({ to: "/$pack/$entity", params: { pack, entity: entityName }, search });
  };
  const save = () => {
    const view = { name: name.trim(), search: Object.fromEntries(new URLSearchParams(location.search)) as ListSearch };
    setViews([...views.filter((each) => each.name !== view.name), view]);
    setName("");
    setOpen(false);
  };
  return (
    <>
      <Button id="list-views" design="Transparent" icon="bookmark-2" popup="menu" onPress={() => setOpen(!open)}>
        {t("list.views")}
      </Button>
      <Popover opener="list-views" open={open} label={t("list.views")} onClose={() => setOpen(false)}>
        <div className="menu-list">
          <button type="button" className="plain menu-entry" onClick={() => go({})}>
            {t("list.viewUsual")}
          </button>
          {views.map((view) => (
            <div key={view.name} className="row">
              <button type="button" className="plain menu-entry grow" aria-current={new URLSearchParams(view.search as Record<string, string>).toString() === here || undefined} onClick={() => go(view.search)}>
                {view.name}
              </button>
              <button type="button" className="plain menu-entry" aria-label={t("list.viewDelete")} onClick={() => setViews(views.filter((each) => each !== view))}>
                <Glyph name="delete" size={14} />
              </button>
            </div>
          ))}
          <div className="menu-line" />
          <form
            className="row panel"
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() !== "") save();
            }}
          >
            <TextInput value={name} onInput={setName} placeholder={t("list.saveViewName")} label={t("list.saveViewName")} />
            <Button submits disabled={name.trim() === ""}>
              {t("action.save")}
            </Button>
          </form>
        </div>
      </Popover>
    </>
  );
}
