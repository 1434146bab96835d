import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Entity, Screen, View } from "../../contract/screen.ts";
import { base, placeOf, query } from "../../data/client.ts";
import { keepExport } from "../../data/exports.ts";
import { Button } from "../../render/control/Button.tsx";
import { Popover } from "../../render/control/Popover.tsx";
import { tabKeys, tabStop } from "../../render/control/tabKeys.ts";
import { say } from "../../render/control/toast.ts";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { type Words, useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { canShow, preloadView, VIEW_ICONS } from "../../render/view/registry.ts";
import type { AskedList } from "./asked.ts";
import { exportedFields } from "./exported.ts";
import { useFavourites } from "../shell/places.ts";
import { ImportLink } from "./ImportLink.tsx";

interface Props {
  readonly entity: Entity;
  readonly screen: Screen;
  readonly asked: AskedList;
  readonly onAsk: (changes: Partial<AskedList>) => void;
  readonly onCreate: () => void;
}

const titleOf = (view: View, t: Words) => view.title ?? t("list.openIn", { kind: view.kind });

/** The name of the list, its views, and what can be done with the whole of it. */
export function ListHead({ entity, screen, asked, onAsk, onCreate }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const views = entity.views.filter(({ kind }) => kind !== "form" && canShow(kind));
  const [pack = "", name = ""] = entity.entity.split(".");
  const { has, toggle } = useFavourites();
  const { company: _, ...here } = Object.fromEntries(new URLSearchParams(location.search));
  const key = `${entity.entity}?${new URLSearchParams(here)}`;
  return (
    <header className="list-head">
      <div className="row list-title">
        <h1 className="ellipsis">{asked.deleted ? `${t("list.bin")} · ${screen.title}` : screen.title}</h1>
        <button type="button" className="plain list-star" aria-pressed={has(key)} aria-label={t(has(key) ? "shell.removeFavourite" : "shell.addFavourite")} onClick={() => toggle({ key, entity: entity.entity, title: screen.title, search: here, ...(entity.icon && { icon: entity.icon }) })}>
          <Glyph name={has(key) ? "favorite" : "unfavorite"} size={14} />
        </button>
      </div>
      {views.length > 1 && (
        <div className="switcher" role="tablist" aria-label={t("list.views")} onKeyDown={tabKeys(false)}>
          {views.map((view) => (
            <button
              key={view.name}
              type="button"
              role="tab"
              aria-selected={view.name === screen.view}
              tabIndex={tabStop(view.name === screen.view)}
              className="plain switch"
              title={titleOf(view, t)}
              onPointerEnter={() => void preloadView(view.kind)}
              onClick={() => void navigate({ to: "/$pack/$entity", params: { pack, entity: name }, search: { ...(view.kind !== "list" && { view: view.name }), ...(asked.filter && { filter: asked.filter }), ...(asked.q && { q: asked.q }), ...(asked.company && { company: asked.company }) } })}
            >
              <Glyph name={view.icon ?? VIEW_ICONS[view.kind]} size={14} />
              <span>{titleOf(view, t)}</span>
            </button>
          ))}
        </div>
      )}
      <div className="grow" />
      <More entity={entity} screen={screen} asked={asked} onAsk={onAsk} />
      {entity.may["create"] !== "none" && (
        <Button design="Emphasized" icon="add" onPress={onCreate} label={t("action.newOf", { title: entity.singular })}>
          {t("action.new")}
        </Button>
      )}
    </header>
  );
}

const FORMATS = ["xlsx", "csv", "json", "pdf"] as const;

function More({ entity, screen, asked, onAsk }: Pick<Props, "entity" | "screen" | "asked" | "onAsk">) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const choose = (run: () => void) => () => {
    setOpen(false);
    run();
  };
  const download = (format: string) => {
    const { filter, q, sort } = asked.view;
    // For people what shows, with names in place of ids; for programs everything.
    const fields = format === "json" ? undefined : exportedFields(entity, screen, asked.view.columns, format !== "pdf");
    const wanted = { format, filter, q, sort: sort.join(), fields };
    if (format === "pdf") {
      // Too many records do not go on paper: said here, not on a page of its own.
      keepExport(entity.entity, { ...wanted, deleted: asked.deleted }).catch((failure: unknown) => say(wordsFor(failure, t), { tone: "negative" }));
      return;
    }
    const link = document.createElement("a");
    link.href = `${base}${placeOf(entity.entity)}/export${query({ ...wanted, deleted: asked.deleted ? "true" : undefined })}`;
    link.download = "";
    link.click();
  };
  const printed = () => {
    const { filter, q, sort, columns } = asked.view;
    return `${base}${placeOf(entity.entity)}/print/list${query({ format: "pdf", filter, q, sort: sort.join(), fields: columns?.filter((path) => !path.includes(".")).join() })}`;
  };
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    say(t("list.linkCopied"));
  };
  return (
    <>
      <Button id="list-more" design="Transparent" icon="overflow" label={t("action.more")} popup="menu" onPress={() => setOpen(!open)} />
      <Popover opener="list-more" open={open} label={t("action.more")} onClose={() => setOpen(false)}>
        <div className="menu-list" role="menu" aria-label={t("action.more")}>
          {entity.may["export"] !== "none" &&
            FORMATS.map((format) => (
              <button key={format} type="button" role="menuitem" className="plain menu-entry" onClick={choose(() => download(format))}>
                <Glyph name="download" /> {t("action.export")} {format.toUpperCase()}
              </button>
            ))}
          {entity.may["export"] !== "none" && entity.may["print"] !== "none" && (
            <a role="menuitem" className="plain menu-entry" href={printed()} target="_blank" rel="noreferrer" onClick={() => setOpen(false)}>
              <Glyph name="print" /> {t("print.list")}
            </a>
          )}
          {entity.may["import"] !== "none" && <ImportLink entity={entity.entity} onChosen={() => setOpen(false)} />}
          <button type="button" role="menuitem" className="plain menu-entry" onClick={choose(() => void copy())}>
            <Glyph name="chain-link" /> {t("list.copyLink")}
          </button>
          {entity.features.softDelete && (
            <button type="button" role="menuitem" className="plain menu-entry" onClick={choose(() => onAsk({ deleted: !asked.deleted }))}>
              <Glyph name="delete" /> {asked.deleted ? entity.plural : t("list.bin")}
            </button>
          )}
        </div>
      </Popover>
    </>
  );
}
