import { QueryClient } from "@tanstack/react-query";
import { Refusal, Unreachable } from "./client.ts";

const MINUTE = 60_000;

/** What was read and may still be true. A refusal is an answer and is not asked for again; a lost connection is. */
export const keeper = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: MINUTE / 2,
      gcTime: 10 * MINUTE,
      retry: (count, failure) => !(failure instanceof Refusal) && count < 2,
      refetchOnWindowFocus: true,
      networkMode: "always",
    },
    mutations: { retry: (count, failure) => failure instanceof Unreachable && count < 0, networkMode: "always" },
  },
});
