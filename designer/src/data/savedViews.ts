import { queryOptions } from "@tanstack/react-query";
import type { Entry, Listing } from "../contract/record.ts";
import type { Reader, SavedView, Search, ViewChoice } from "../contract/savedView.ts";
import { get, placeOf, query, Refusal } from "./client.ts";
import { change, create, recordsKey, remove } from "./records.ts";

const VIEWS = "sys.saved_view";
const CHOICES = "sys.view_choice";
const MOST = 200;

/** The views of an entity's list that the user sees: his own, and those that others share with him. */
export const savedViewsQuery = (entity: string) => {
  return queryOptions({
    queryKey: [...recordsKey(VIEWS), "of", entity],
    queryFn: async ({ signal }) => {
      const wanted = { fields: "id,name,state,everybody,readers(group,role),owner(id,name)", filter: `entity == '${entity}'`, sort: "name", limit: MOST };
      return (await get<Listing<SavedView>>(`${placeOf(VIEWS)}${query(wanted)}`, signal)).data;
    },
  });
};

/** With which views the user's lists open; none where his administrator does not let him keep any. */
export const viewChoicesQuery = queryOptions({
  queryKey: [...recordsKey(CHOICES), "mine"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<readonly ViewChoice[]> => {
    try {
      const wanted = { fields: "id,entity,view(id,state)", filter: "owner == user.id", limit: MOST };
      return (await get<Listing<ViewChoice>>(`${placeOf(CHOICES)}${query(wanted)}`, signal)).data;
    } catch (refused) {
      if (refused instanceof Refusal) return [];
      throw refused;
    }
  },
});

/** Keeps what an address shows under a name; tells the view's id. */
export async function keepView(entity: string, name: string, search: Search): Promise<string> {
  const made = await create(VIEWS, { name, entity, state: { search } }, crypto.randomUUID());
  return String(made["id"]);
}

export const changeView = (id: string, fields: { readonly name?: string; readonly search?: Search; readonly everybody?: boolean; readonly readers?: readonly Reader[] }) => {
  const { search, readers, ...plain } = fields;
  const told = readers?.map(({ group, role }): Entry => (group === null ? { role } : { group }));
  return change(VIEWS, id, { ...plain, ...(search && { state: { search } }), ...(told && { readers: told }) });
};

export const deleteView = (id: string) => remove(VIEWS, id);
export const SAVED_VIEWS = VIEWS;

/** Opens the list of an entity with a view from now on; with its usual one where none is given. */
export async function chooseView(entity: string, view: string | null, before: ViewChoice | undefined): Promise<void> {
  if (view === null) {
    if (before) await remove(CHOICES, before.id);
  } else if (before) {
    await change(CHOICES, before.id, { view });
  } else {
    await create(CHOICES, { entity, view }, crypto.randomUUID());
  }
}

interface Named {
  readonly name: string;
  readonly title?: string | null;
}

/** All groups and roles, for administrators to choose from. */
export const groupsAndRolesQuery = queryOptions({
  queryKey: ["records", "sys.group", "names"],
  queryFn: async ({ signal }) => {
    const [groups, roles] = await Promise.all([
      get<Listing<Named>>(`/api/sys/group${query({ fields: "name,title", sort: "name", limit: MOST })}`, signal),
      get<Listing<Named>>("/api/access/roles", signal),
    ]);
    return { groups: groups.data, roles: roles.data };
  },
});
