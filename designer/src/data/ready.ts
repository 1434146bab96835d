import type { DefaultError, FetchQueryOptions, QueryKey } from "@tanstack/react-query";
import { keeper } from "./keeper.ts";

/**
 * Waits until something was read for the first time; what is kept already is true enough to begin with. What goes wrong is told
 * where it is shown: there it is asked for again.
 *
 * A page that begins with what is not there yet shows an outline, and React leaves an outline on the screen for 300 ms at least,
 * however soon the rest comes. So pages are gone to when they can be shown.
 */
export const ready = <T, K extends QueryKey>(query: FetchQueryOptions<T, DefaultError, T, K>): Promise<void> =>
  keeper.getQueryData(query.queryKey) === undefined ? keeper.prefetchQuery(query) : Promise.resolve();
