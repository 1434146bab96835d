import { queryOptions } from "@tanstack/react-query";
import { get } from "./client.ts";
import { recordsKey } from "./records.ts";

/** Somebody who is asked to agree to a step of a record. */
export interface Asked {
  readonly id: string;
  readonly record: { readonly entity: string; readonly id: string };
  /** What the record is called. */
  readonly label: string;
  /** The step. */
  readonly title?: string;
  readonly since: string;
  readonly requester?: string;
}

/** What waits for a word of the user. */
export const waitingQuery = queryOptions({
  queryKey: [...recordsKey("sys.approval"), "mine"],
  staleTime: 0,
  queryFn: async ({ signal }) => (await get<{ data: readonly Asked[] }>("/api/sys/approval/mine", signal)).data,
});
