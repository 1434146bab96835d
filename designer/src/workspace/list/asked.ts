import type { Screen } from "../../contract/screen.ts";
import { both } from "../../data/filter.ts";
import type { Asked } from "../../render/view/view.ts";
import type { ListSearch } from "../router.tsx";

/** What a list is asked, as its page knows it: its view gets all filters put together. */
export interface AskedList extends Omit<Asked, "filter"> {
  /** The conditions that the user or the menu gave. */
  readonly filter: string | undefined;
  /** The view's own filters that are on. */
  readonly on: readonly string[];
  readonly view: Asked;
  /** The company whose records show, as the address says. */
  readonly company: string | undefined;
}

const list = (text: string | undefined) => (text === undefined || text === "" ? [] : text.split(","));
const NONE_ON = "-";

/** Reads the address. Where it says nothing of filters, those that the view has on at first are on. */
export function askedOf(search: ListSearch, screen: Screen): AskedList {
  const usual = search.filter === undefined ? (screen.filters ?? []).filter((filter) => filter.default).map(({ name }) => name) : [];
  const on = search.on === undefined ? usual : list(search.on).filter((name) => name !== NONE_ON);
  const named = (screen.filters ?? []).filter(({ name }) => on.includes(name)).map(({ filter }) => filter);
  const filter = [screen.filter, search.filter, ...named].reduce<string | undefined>((whole, part) => both(whole, part), undefined);
  const asked: Asked = {
    filter,
    q: search.q || undefined,
    sort: search.sort === undefined ? (screen.sort ?? []) : list(search.sort),
    group: search.group === undefined ? screen.kind === "list" ? screen.uses?.["group"]?.[0] : undefined : search.group === NONE_ON ? undefined : search.group,
    columns: search.columns === undefined ? undefined : list(search.columns),
    deleted: search.deleted === "true",
    at: search.at,
    look: search.look,
    saved: search.saved,
  };
  return { ...asked, filter: search.filter || undefined, on, view: asked, company: search.company };
}

/** Writes the address; what is as the view has it is left out. */
export function searchOf(asked: Omit<AskedList, "view"> & { readonly view?: unknown }, screen: Screen, view: string | undefined): ListSearch {
  const usual = (screen.filters ?? []).filter((filter) => filter.default).map(({ name }) => name);
  const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join();
  const usualGroup = screen.kind === "list" ? screen.uses?.["group"]?.[0] : undefined;
  const filtered = asked.filter !== undefined && asked.filter !== "";
  const search: Record<keyof ListSearch, string | undefined> = {
    view,
    filter: filtered ? asked.filter : undefined,
    on: same(asked.on, filtered ? [] : usual) ? undefined : asked.on.join() || NONE_ON,
    q: asked.q,
    sort: same(asked.sort, screen.sort ?? []) ? undefined : asked.sort.join(),
    group: asked.group === usualGroup ? undefined : (asked.group ?? NONE_ON),
    columns: asked.columns?.join(),
    deleted: asked.deleted ? "true" : undefined,
    at: asked.at,
    look: asked.look,
    saved: asked.saved,
    company: asked.company,
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== "")) as ListSearch;
}
