import { Link, useRouterState } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Menu, MenuItem } from "../../contract/screen.ts";
import { useKept } from "../../render/control/kept.ts";
import { TextInput } from "../../render/control/TextInput.tsx";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";
import { linkTo, matches, type Place, placeOf, placesOf, useFavourites } from "./places.ts";

interface Props {
  readonly menus: readonly Menu[];
  readonly onLeave: () => void;
}

export function SideMenu({ menus, onLeave }: Props) {
  const t = useWords();
  const [words, setWords] = useState("");
  const { favourites } = useFavourites();
  const found = words.trim() === "" ? null : placesOf(menus).filter(({ title, under }) => matches(`${title} ${under ?? ""}`, words));
  return (
    <nav className="side" aria-label={t("shell.menu")} onKeyDown={(event) => event.key === "Escape" && onLeave()}>
      <div className="side-find">
        <TextInput value={words} onInput={setWords} placeholder={t("shell.findInMenu")} label={t("shell.findInMenu")} clearable />
      </div>
      <div className="side-scroll">
        {found ? (
          <ul className="side-list">
            {found.map((place) => (
              <PlaceEntry key={`${place.under}${place.key}`} place={place} />
            ))}
            {found.length === 0 && <li className="side-none">{t("shell.noMatch")}</li>}
          </ul>
        ) : (
          <>
            {favourites.length > 0 && (
              <Group name="favourites" title={t("shell.favourites")}>
                {favourites.map((place) => (
                  <PlaceEntry key={place.key} place={place} />
                ))}
              </Group>
            )}
            {menus.map((menu) => (
              <Group key={menu.name} name={menu.name} title={menu.title}>
                <Entries items={menu.items} under={menu.title} />
              </Group>
            ))}
          </>
        )}
      </div>
    </nav>
  );
}

function Group({ name, title, children }: { readonly name: string; readonly title: string; readonly children: ReactNode }) {
  const [open, setOpen] = useKept(`armature.menu.${name}`, true);
  return (
    <section>
      <h2 className="side-title">
        <button type="button" className="plain side-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className="grow ellipsis">{title}</span>
          <Glyph name={open ? "slim-arrow-down" : "slim-arrow-right"} size={12} turns />
        </button>
      </h2>
      {open && <ul className="side-list">{children}</ul>}
    </section>
  );
}

function Entries({ items, under }: { readonly items: readonly MenuItem[]; readonly under: string }) {
  return items.map((item) => <Entry key={`${item.name}${item.title}`} item={item} under={under} />);
}

const leadsSomewhere = (item: MenuItem): boolean => placeOf(item, "") !== null || (item.items ?? []).some(leadsSomewhere);

function Entry({ item, under }: { readonly item: MenuItem; readonly under: string }) {
  const place = placeOf(item, under);
  const inner = (item.items ?? []).filter(leadsSomewhere);
  const [open, setOpen] = useKept(`armature.menu.${under}.${item.title}`, false);
  if (inner.length === 0) return place ? <PlaceEntry place={place} /> : null;
  return (
    <li>
      <button type="button" className="plain side-entry" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Glyph name={item.icon ?? "folder-blank"} />
        <span className="grow ellipsis">{item.title}</span>
        <Glyph name={open ? "slim-arrow-down" : "slim-arrow-right"} size={12} turns />
      </button>
      {open && (
        <ul className="side-list side-inner">
          {place && <PlaceEntry place={place} />}
          <Entries items={inner} under={`${under} › ${item.title}`} />
        </ul>
      )}
    </li>
  );
}

function PlaceEntry({ place }: { readonly place: Place }) {
  const current = useRouterState({
    select: ({ location }) => {
      const [pack, name] = (place.entity ?? place.dashboard ?? place.report ?? "").split(".");
      const search = location.search as Readonly<Record<string, string | undefined>>;
      return (
        location.pathname.endsWith(`${place.dashboard ? "/dashboards" : place.report ? "/reports" : ""}/${pack}/${name}${place.id ? `/${place.id}` : ""}`) &&
        (place.entity === undefined ||
          (search["saved"] !== undefined && !place.search?.filter) ||
          ((place.search?.filter ?? "") === (search["filter"] ?? "") && (place.search?.view ?? "") === (search["view"] ?? "")))
      );
    },
  });
  return (
    <li>
      <Link {...linkTo(place)} className="side-entry" aria-current={current ? "page" : undefined} title={place.title}>
        <Glyph name={place.icon ?? "document"} />
        <span className="grow ellipsis">{place.title}</span>
      </Link>
    </li>
  );
}
