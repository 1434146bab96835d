import type { Menu, MenuItem } from "../../contract/screen.ts";
import { useKept } from "../../render/control/kept.ts";
import type { ListSearch } from "../router.tsx";

/** Somewhere to go: a list or a record, else a dashboard or a report. */
export interface Place {
  readonly title: string;
  readonly icon?: string;
  /** Names the place among others. */
  readonly key: string;
  readonly entity?: string;
  readonly dashboard?: string;
  readonly report?: string;
  readonly id?: string;
  readonly search?: ListSearch;
  /** What it stands under. */
  readonly under?: string;
}

/** What a menu entry opens. Entries for pages lead nowhere yet. */
export function placeOf(item: MenuItem, under: string): Place | null {
  const { dashboard, report } = item;
  if (dashboard) return { title: item.title, icon: item.icon ?? "bbyd-dashboard", key: `dashboard ${dashboard}`, dashboard, under };
  if (report) return { title: item.title, icon: item.icon ?? "bar-chart", key: `report ${report}`, report, under };
  if (!item.entity) return null;
  const search: ListSearch = { ...(item.view && { view: item.view }), ...(item.filter && { filter: item.filter }) };
  const key = `${item.entity}?${new URLSearchParams(search as Record<string, string>)}`;
  return { title: item.title, ...(item.icon && { icon: item.icon }), key, entity: item.entity, search, under };
}

/** All places of the menus, with those inside others. */
export function placesOf(menus: readonly Menu[]): readonly Place[] {
  const inside = (items: readonly MenuItem[], under: string): readonly Place[] => {
    return items.flatMap((item) => {
      const place = placeOf(item, under);
      return [...(place ? [place] : []), ...inside(item.items ?? [], `${under} › ${item.title}`)];
    });
  };
  return menus.flatMap((menu) => inside(menu.items, menu.title));
}

export function linkTo({ entity = "", dashboard, report, id, search }: Place) {
  const [pack = "", name = ""] = (dashboard ?? report ?? entity).split(".");
  if (dashboard) return { to: "/dashboards/$pack/$name" as const, params: { pack, name }, search: {} };
  if (report) return { to: "/reports/$pack/$name" as const, params: { pack, name }, search: {} };
  if (id) return { to: "/$pack/$entity/$id" as const, params: { pack, entity: name, id }, search: {} };
  return { to: "/$pack/$entity" as const, params: { pack, entity: name }, search: search ?? {} };
}

const MOST_RECENT = 12;
const NOWHERE: readonly Place[] = [];

export function useFavourites() {
  const [favourites, setFavourites] = useKept<readonly Place[]>("armature.favourites", NOWHERE);
  const has = (key: string) => favourites.some((place) => place.key === key);
  const toggle = (place: Place) => {
    setFavourites(has(place.key) ? favourites.filter(({ key }) => key !== place.key) : [...favourites, place]);
  };
  return { favourites, has, toggle };
}

export function useRecent() {
  const [recent, setRecent] = useKept<readonly Place[]>("armature.recent", NOWHERE);
  const visited = (place: Place) => {
    if (recent[0]?.key === place.key && recent[0].title === place.title) return;
    setRecent([place, ...recent.filter(({ key }) => key !== place.key)].slice(0, MOST_RECENT));
  };
  return { recent, visited };
}

/** Whether all words occur, each at the beginning of some word or with one letter missing in between. */
export function matches(text: string, words: string): boolean {
  const found = plain(text);
  return plain(words)
    .split(/\s+/)
    .every((word) => found.includes(word) || (word.length > 3 && near(found, word)));
}

/** Those whose own name has the words first: as a whole, at its beginning, within it; then those of which more words begin as one types. */
export function bestFirst<T extends { readonly title: string }>(found: readonly T[], words: string): readonly T[] {
  const wanted = plain(words);
  const rank = ({ title }: T) => {
    const name = plain(title);
    return name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 4 + wanted.split(/\s+/).filter((word) => !` ${name}`.includes(` ${word}`)).length;
  };
  return [...found].sort((one, other) => rank(one) - rank(other));
}

/** Whether somebody began to type this very name. */
export const isBegun = (title: string, words: string) => plain(title).startsWith(plain(words));

const plain = (value: string) => value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether the text has the word but for one letter: missing, too many, or another. */
function near(text: string, word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    const escaped = [before, after].map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    if (new RegExp(`${escaped[0]}.{0,2}${escaped[1]}`, "u").test(text)) return true;
  }
  return false;
}
