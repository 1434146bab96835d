import "./palette.css";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Menu } from "../../contract/screen.ts";
import { entitiesQuery } from "../../data/entities.ts";
import { signOut, usePreferences } from "../../data/session.ts";
import type { Early } from "../../render/control/early.ts";
import { useFound } from "../../render/control/found.ts";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { type Words, useWords } from "../../render/text/text.ts";
import { bestFirst, isBegun, linkTo, matches, type Place, placesOf, useRecent } from "../shell/places.ts";
import { useFoundRecords } from "./found.ts";

interface Entry {
  readonly key: string;
  readonly group: string;
  readonly title: string;
  readonly under?: string;
  readonly icon: string | undefined;
  /** Found by its words, which takes a moment. */
  readonly isFound: boolean;
  readonly run: () => void;
}

interface Props {
  readonly menus: readonly Menu[];
  /** Tells what was typed until the palette is there. */
  readonly onBegin: () => Early;
  readonly onClose: () => void;
}

/** One field to go anywhere: menus, records, actions. */
export default function Palette({ menus, onBegin, onClose }: Props) {
  const t = useWords();
  const [words, setWords] = useState("");
  const { entries, isKnown } = useEntries(menus, words.trim(), t);
  // What is found later does not move what is chosen already.
  const [chosen, setChosen] = useState<string | null>(null);
  // Until then the field itself is said, not what it would open.
  const [begun, setBegun] = useState(false);
  const at = Math.max(0, entries.findIndex(({ key }) => key === chosen));
  const first = entries[0]?.key ?? null;
  useEffect(() => {
    if (chosen === null && first !== null) setChosen(first);
  }, [chosen, first]);
  const setAt = (index: number) => {
    setChosen(entries[index]?.key ?? null);
    setBegun(true);
  };
  useFound(words.trim() !== "" && isKnown ? entries.length : null);
  /** Whether Enter was pressed before the records for these words were there. */
  const [entered, setEntered] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const begin = useRef(onBegin);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    const early = begin.current();
    setWords(early.letters);
    setEntered(early.entered);
  }, []);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  useEffect(() => {
    if (!entered || !isKnown) return;
    setEntered(false);
    choose(entries[0]);
  });
  const press = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) setAt((at + move + entries.length) % Math.max(entries.length, 1));
    else if (event.key === "Enter" && !isKnown && entries[at]?.isFound !== false) setEntered(true);
    else if (event.key === "Enter") choose(entries[at]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="palette" aria-label={t("palette.title")} onClose={onClose} onClick={(event) => event.target === dialog.current && onClose()}>
      <div className="palette-field">
        <Glyph name="search" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={entries[at] && (begun || words !== "") ? `${list}-${at}` : undefined}
          aria-label={t("palette.title")}
          placeholder={t("palette.placeholder")}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(null);
            setEntered(false);
          }}
          onKeyDown={press}
        />
      </div>
      <div className="palette-list" id={list} role="listbox" aria-label={t("palette.title")}>
        {entries.map((entry, index) => (
          <div key={entry.key} role="presentation">
            {entry.group !== entries[index - 1]?.group && (
              <div className="menu-title" role="presentation">
                {entry.group}
              </div>
            )}
            <div id={`${list}-${index}`} role="option" aria-selected={index === at} tabIndex={-1} className="menu-entry palette-entry" onPointerMove={() => setAt(index)} onClick={() => choose(entry)} onKeyDown={() => undefined}>
              <Glyph name={entry.icon} />
              <span className="ellipsis">{entry.title}</span>
              {entry.under && <small className="muted ellipsis">{entry.under}</small>}
            </div>
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className="palette-none muted">{t("palette.none", { words })}</p>}
      <footer className="palette-foot muted">{t("palette.hint")}</footer>
    </dialog>
  );
}

/** A place for each kind of records: the one that shows them all, if there is one. */
function makable(places: readonly Place[]): readonly Place[] {
  const all = places.filter(({ entity, id }) => entity !== undefined && id === undefined);
  const whole = all.filter(({ search }) => !search?.view && !search?.filter);
  return [...new Map([...all, ...whole].map((place) => [place.entity, place])).values()];
}

const MOST = 8;
const MOST_RECORDS = 16;

interface Entries {
  readonly entries: readonly Entry[];
  readonly isKnown: boolean;
}

function useEntries(menus: readonly Menu[], words: string, t: Words): Entries {
  const navigate = useNavigate();
  const { recent } = useRecent();
  const { mutate: prefer } = usePreferences();
  const places = useMemo(() => placesOf(menus), [menus]);
  const { records, isKnown } = useFoundRecords(words);
  const { data: heads = [], isPending } = useQuery(entitiesQuery);
  const open = (group: string, isFound = false) => (place: Place): Entry => ({
    isFound,
    key: `${group}${place.under}${place.key}`,
    group,
    title: place.title,
    ...(place.under && { under: place.under }),
    icon: place.icon,
    run: () => void navigate(linkTo(place)),
  });
  if (words === "") return { entries: [...recent.slice(0, MOST).map(open(t("palette.recent"))), ...places.slice(0, MOST).map(open(t("palette.menus")))], isKnown: true };
  const found = bestFirst(places.filter(({ title, under }) => matches(`${title} ${under ?? ""}`, words)), words);
  const makers = makable(places).flatMap(({ entity = "", title: place, icon, search }): readonly Entry[] => {
    const [pack = "", name = ""] = entity.split(".");
    // What shows only some of its records is called by what these have in common.
    const title = heads.find((head) => head.name === entity)?.title ?? (search?.view || search?.filter ? undefined : place);
    if (title === undefined) return [];
    const run = () => void navigate({ to: "/$pack/$entity/$id", params: { pack, entity: name, id: "new" }, search: {} });
    return [{ key: `new ${entity}`, isFound: false, group: t("palette.actions"), title: t("palette.newOf", { title }), icon: icon ?? "add", run }];
  });
  const actions: readonly Entry[] = [
    ...makers,
    { key: "dark", isFound: false, group: t("palette.actions"), title: t("palette.darkTheme"), icon: "dark-mode", run: () => prefer({ theme: "dark" }) },
    { key: "light", isFound: false, group: t("palette.actions"), title: t("palette.lightTheme"), icon: "light-mode", run: () => prefer({ theme: "light" }) },
    { key: "settings", isFound: false, group: t("palette.actions"), title: t("shell.settings"), icon: "settings", run: () => void navigate({ to: "/account/settings" }) },
    { key: "out", isFound: false, group: t("palette.actions"), title: t("shell.signOut"), icon: "log", run: () => void signOut() },
  ];
  const offered = bestFirst(actions.filter(({ title }) => matches(title, words)), words).slice(0, MOST);
  // What one began to type the name of comes before records in which the words only occur.
  const [meant, others] = [offered.filter(({ title }) => isBegun(title, words)), offered.filter(({ title }) => !isBegun(title, words))];
  const entries = [...found.slice(0, MOST).map(open(t("palette.menus"))), ...meant, ...records.slice(0, MOST_RECORDS).map(open(t("palette.records"), true)), ...others];
  return { entries, isKnown: isKnown && !isPending };
}
