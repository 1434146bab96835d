import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { base } from "../data/client.ts";
import { entityQuery, menusQuery, screenQuery } from "../data/screens.ts";
import { keeper } from "../data/keeper.ts";
import { ready } from "../data/ready.ts";
import { dashboardQuery, reportQuery } from "../data/reports.ts";
import { viewChoicesQuery } from "../data/savedViews.ts";
import { companiesQuery } from "../data/workplaces.ts";
import { Failed } from "./Failed.tsx";
import { HomePage } from "./home/HomePage.tsx";
import { NotFound } from "./NotFound.tsx";
import { Shell } from "./shell/Shell.tsx";
import { Waiting } from "./Waiting.tsx";

/** What stands in the address of a list: the whole state of what is seen. All of it is text. */
export type ListSearch = Readonly<Partial<Record<"view" | "filter" | "on" | "q" | "sort" | "group" | "columns" | "deleted" | "at" | "look" | "saved" | "company", string>>>;

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: Failed,
  loader: () => {
    void keeper.prefetchQuery(menusQuery);
    void keeper.prefetchQuery(viewChoicesQuery);
    void keeper.prefetchQuery(companiesQuery);
  },
});

const home = createRoute({ getParentRoute: () => root, path: "/", component: HomePage });

const settings = createRoute({
  getParentRoute: () => root,
  path: "/account/settings",
  component: lazyRouteComponent(() => import("./settings/SettingsPage.tsx"), "SettingsPage"),
});

export const listRoute = createRoute({
  getParentRoute: () => root,
  path: "/$pack/$entity",
  validateSearch: (search: Record<string, unknown>): ListSearch => {
    return Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));
  },
  loaderDeps: ({ search }) => ({ view: search.view ?? "list" }),
  // Where one points at a link already, so that the page needs only its records.
  loader: async ({ params, deps }) => {
    const name = `${params.pack}.${params.entity}`;
    // Beside the page itself, not after it.
    void ready(entityQuery(name));
    void ready(screenQuery(name, deps.view));
    const { prepare } = await import("./list/ListPage.tsx");
    await prepare(name, deps.view);
  },
  component: lazyRouteComponent(() => import("./list/ListPage.tsx"), "ListPage"),
});

export const formRoute = createRoute({
  getParentRoute: () => root,
  path: "/$pack/$entity/$id",
  validateSearch: (search: Record<string, unknown>): Readonly<Partial<Record<"from" | "copy" | "with", string>>> => {
    return Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));
  },
  loader: async ({ params }) => {
    const name = `${params.pack}.${params.entity}`;
    void ready(entityQuery(name));
    void ready(screenQuery(name, "form"));
    const { prepare } = await import("./form/FormPage.tsx");
    const prepared = prepare(name, params.id);
    // Whoever makes a record types at once: its form takes the letters before its fields are there, the page from before does not.
    if (params.id !== "new") await prepared;
  },
  component: lazyRouteComponent(() => import("./form/FormPage.tsx"), "FormPage"),
});

const dashboard = createRoute({
  getParentRoute: () => root,
  path: "/dashboards/$pack/$name",
  loader: ({ params }) => ready(dashboardQuery(`${params.pack}.${params.name}`)),
  component: lazyRouteComponent(() => import("./report/DashboardPage.tsx"), "DashboardPage"),
});

export const reportRoute = createRoute({
  getParentRoute: () => root,
  path: "/reports/$pack/$name",
  validateSearch: (search: Record<string, unknown>): { filter?: string | undefined; kind?: string | undefined; measure?: string | undefined } => {
    return Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));
  },
  loader: async ({ params }) => {
    const query = reportQuery(`${params.pack}.${params.name}`);
    await ready(query);
    const entity = keeper.getQueryData(query.queryKey)?.entity;
    await Promise.all([entity && ready(entityQuery(entity)), ready(companiesQuery)]);
  },
  component: lazyRouteComponent(() => import("./report/ReportPage.tsx"), "ReportPage"),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: "/$pack/$entity/import",
  component: lazyRouteComponent(() => import("./import/ImportPage.tsx"), "ImportPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([home, settings, dashboard, reportRoute, listRoute, imports, formRoute]),
  basepath: base || "/",
  defaultPreload: "intent",
  defaultPendingComponent: Waiting,
  // Until then the page from before stays: what comes sooner needs no outline.
  defaultPendingMs: 250,
  defaultPendingMinMs: 0,
  defaultErrorComponent: Failed,
  scrollRestoration: false,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return text === "" ? "" : `?${text}`;
  },
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
