import "./listPage.css";
import "@ui5/webcomponents-icons/dist/decline.js";
import "@ui5/webcomponents-icons/dist/filter.js";
import "@ui5/webcomponents-icons/dist/group-2.js";
import "@ui5/webcomponents-icons/dist/sort.js";
import "@ui5/webcomponents-icons/dist/table-column.js";
import "@ui5/webcomponents-icons/dist/bookmark-2.js";
import "@ui5/webcomponents-icons/dist/overflow.js";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Navigate, useNavigate, useRouter } from "@tanstack/react-router";
import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import type { Entity } from "../../contract/screen.ts";
import { both } from "../../data/filter.ts";
import { keeper } from "../../data/keeper.ts";
import { ready } from "../../data/ready.ts";
import { viewChoicesQuery } from "../../data/savedViews.ts";
import { entityQuery, screenQuery, useEntity, useScreen } from "../../data/screens.ts";
import { companiesQuery } from "../../data/workplaces.ts";
import { conditionsOf, isGroup } from "../../render/condition/condition.ts";
import { useReachedEntity } from "../../render/condition/reach.ts";
import { isFree, useShortcuts } from "../../render/control/keys.ts";
import { useWords } from "../../render/text/text.ts";
import { canShow, preloadView, viewOf } from "../../render/view/registry.ts";
import { listRoute } from "../router.tsx";
import { EVERY, useScopeOf } from "../company/scope.ts";
import { useRecent } from "../shell/places.ts";
import { Waiting } from "../Waiting.tsx";
import { type AskedList, askedOf, searchOf } from "./asked.ts";
import { ListHead } from "./ListHead.tsx";
import { SelectionBar } from "./SelectionBar.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { useSaid } from "./said.ts";

/** Brings all that a list begins with, but for its records. */
export async function prepare(entityName: string, view: string): Promise<void> {
  const early = canShow(view) ? preloadView(view) : undefined;
  await Promise.all([ready(entityQuery(entityName)), ready(screenQuery(entityName, view)), ready(viewChoicesQuery), ready(companiesQuery), early]);
  await preloadView(keeper.getQueryData(screenQuery(entityName, view).queryKey)?.kind ?? "list");
}

/** The records of an entity, in one of its views. */
export function ListPage() {
  const { pack, entity: name } = listRoute.useParams();
  const { view } = listRoute.useSearch();
  return (
    <Suspense fallback={<Waiting />} key={`${pack}.${name}`}>
      <First entityName={`${pack}.${name}`}>
        <List entityName={`${pack}.${name}`} view={view ?? "list"} />
      </First>
    </Suspense>
  );
}

/** An address that says nothing of what it shows leads to the view that the user wants first. */
function First({ entityName, children }: { readonly entityName: string; readonly children: ReactNode }) {
  const choices = useSuspenseQuery(viewChoicesQuery).data;
  const search = listRoute.useSearch();
  const first = choices.find(({ entity }) => entity === entityName)?.view;
  if (!first?.state || Object.keys(search).length > 0) return children;
  const [pack = "", name = ""] = entityName.split(".");
  return <Navigate to="/$pack/$entity" params={{ pack, entity: name }} search={{ ...first.state.search, saved: first.id }} replace />;
}

/** What a new record is given by what the list shows: of those of one customer, that customer. */
function givenBy(filter: string | undefined, entity: Entity): Readonly<Record<string, unknown>> | undefined {
  const { connective, items } = conditionsOf(filter, entity.fields);
  const values = items.flatMap((item) => {
    if (isGroup(item) || item.operator !== "is") return [];
    const field = entity.fields[item.field];
    const isGiven = field && !field.system && !field.formula && field.readOnly !== true && ["link", "user", "choice"].includes(field.type);
    return isGiven ? [[item.field, item.value] as const] : [];
  });
  return values.length > 0 && (connective === "all" || items.length === 1) ? Object.fromEntries(values) : undefined;
}

/** The records of a list: the active cell of its grid, or the first card or line of another view. */
const RECORDS = '.grid [data-active="true"], .list-page :is(.card-name, .gallery-name, .tree-name, .gantt-name a)';

function focusRecords(): boolean {
  const found = document.querySelector<HTMLElement>(RECORDS);
  found?.focus();
  return found !== null;
}

/** By then a list is there, and the network is free. */
const QUIET_MILLISECONDS = 4_000;

const NOTHING: ReadonlySet<string> = new Set();

function List({ entityName, view }: { readonly entityName: string; readonly view: string }) {
  const t = useWords();
  const search = listRoute.useSearch();
  const entity = useReachedEntity(useEntity(entityName), search.filter, search.columns, search.sort, search.group);
  const kind = entity.views.find(({ name }) => name === view)?.kind ?? view;
  // A kind that cannot be shown here yet shows its records as a list.
  const screen = useScreen(entityName, canShow(kind) ? view : "list");
  const navigate = useNavigate();
  const router = useRouter();
  const [pack = "", name = ""] = entityName.split(".");
  const { scope, said } = useScopeOf(entity, search.company);
  const { filter: scoped, name: company = "" } = scope ?? {};
  const whole = useMemo(() => askedOf(search, screen), [search, screen]);
  const asked = useMemo(() => (scoped ? { ...whole, view: { ...whole.view, filter: both(whole.view.filter, scoped), scope: { filter: scoped, name: company } } } : whole), [whole, scoped, company]);
  const show = useCallback((company: string) => void navigate({ to: "/$pack/$entity", params: { pack, entity: name }, search: { ...Object.fromEntries(new URLSearchParams(location.search)), company }, replace: true }), [navigate, pack, name]);
  // A link shows others the records of the same company.
  useEffect(() => {
    if (said !== undefined && said !== search.company) show(said);
  }, [said, search.company, show]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(NOTHING);
  useSaid(entityName, asked.view, selected.size);
  const { visited } = useRecent();
  useEffect(() => {
    document.title = `${screen.title} · Armature`;
    const { company: _, ...visit } = search;
    visited({ key: `${entityName}?${new URLSearchParams(visit as Record<string, string>)}`, entity: entityName, title: screen.title, search: visit, ...(entity.icon && { icon: entity.icon }) });
    // A visit is to an address, not to what changed since.
    // eslint-disable-next-line
  }, [entityName, screen.title]);
  const { q, deleted, group } = asked.view;
  // Without what the company in which one works adds: that is no part of any address.
  const { filter } = whole.view;
  // What is selected stays while columns are widened or chosen; other records are another selection.
  useEffect(() => setSelected(NOTHING), [filter, scoped, q, deleted, group, screen]);
  const ask = useCallback(
    (changes: Partial<AskedList>) => void navigate({ to: "/$pack/$entity", params: { pack, entity: name }, search: searchOf({ ...asked, ...changes }, screen, search.view), replace: !("view" in changes) }),
    [navigate, asked, screen, search.view, pack, name],
  );
  const open = useCallback((id: string) => void navigate({ to: "/$pack/$entity/$id", params: { pack, entity: name, id }, search: { from: location.search.slice(1) } }), [navigate, pack, name]);
  const create = useCallback(
    (values?: Readonly<Record<string, unknown>>) =>
      void navigate({ to: "/$pack/$entity/$id", params: { pack, entity: name, id: "new" }, search: { from: location.search.slice(1), ...(values && { with: JSON.stringify(values) }) } }),
    [navigate, pack, name],
  );
  const narrow = useCallback(
    (more: string) => void navigate({ to: "/$pack/$entity", params: { pack, entity: name }, search: { filter: both(filter, more) ?? "", on: "-", ...(q && { q }), ...(said && { company: said }) } }),
    [navigate, pack, name, filter, q, said],
  );
  // Whoever comes near the records, or stays with them, may open one.
  const near = useCallback(() => void router.preloadRoute({ to: "/$pack/$entity/$id", params: { pack, entity: name, id: "new" } }), [router, pack, name]);
  useEffect(() => {
    const later = setTimeout(near, QUIET_MILLISECONDS);
    return () => clearTimeout(later);
  }, [near]);
  const addressOf = useCallback((id: string) => router.buildLocation({ to: "/$pack/$entity/$id", params: { pack, entity: name, id }, search: {} }).href, [router, pack, name]);
  useShortcuts({
    "alt+n": () => entity.may["create"] !== "none" && create(givenBy(filter, entity)),
    // Whoever came here goes on among the records at once.
    arrowdown: () => isFree() && focusRecords(),
    "/": () => document.getElementById("list-search")?.focus(),
  });
  const View = viewOf(screen.kind);
  const shared = { entity, screen, asked, onAsk: ask };
  return (
    <div className="list-page" onPointerEnter={near} onFocus={near}>
      <ListHead {...shared} onCreate={() => create(givenBy(filter, entity))} />
      {selected.size > 0 ? <SelectionBar entity={entity} screen={screen} asked={asked.view} selected={selected} onSelect={setSelected} /> : <Toolbar {...shared} scope={scope} onEvery={() => show(EVERY)} />}
      <Suspense fallback={<Waiting />}>
        {View ? (
          <View entity={entity} screen={screen} asked={asked.view} onAsk={ask} addressOf={addressOf} onOpen={open} onList={narrow} onCreate={create} selected={selected} onSelect={setSelected} />
        ) : (
          <div className="empty">{t("list.viewMissing")}</div>
        )}
      </Suspense>
    </div>
  );
}
