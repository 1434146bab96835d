import { queryOptions } from "@tanstack/react-query";
import type { Notification, NotifyWish } from "../contract/notification.ts";
import { ask, get, post, query } from "./client.ts";
import { keeper } from "./keeper.ts";

const MINUTE = 60_000;
const SHOWN = 50;

const notificationsKey = ["notifications"] as const;

/** How many are unread; told by the stream, and asked now and then in case it was cut. */
export const unreadQuery = queryOptions({
  queryKey: [...notificationsKey, "count"],
  queryFn: ({ signal }) => get<{ unread: number; urgent: number }>("/api/notifications/count", signal),
  refetchInterval: MINUTE,
  refetchOnWindowFocus: "always",
});

export type Shelf = "all" | "new" | "snoozed";

export const notificationsQuery = (state: Shelf) => {
  return queryOptions({
    queryKey: [...notificationsKey, state],
    queryFn: async ({ signal }) => (await get<{ data: readonly Notification[] }>(`/api/notifications${query({ state, limit: SHOWN })}`, signal)).data,
  });
};

/** What was told changed, here or elsewhere. */
export const told = () => keeper.invalidateQueries({ queryKey: notificationsKey });

async function after(work: Promise<unknown>): Promise<void> {
  await work;
  await told();
}

export const markRead = (id: string, read = true) => after(post(`/api/notifications/${id}/${read ? "read" : "unread"}`));

export const markAllRead = () => after(post(`/api/notifications/read${query({ until: new Date().toISOString() })}`));

export const snooze = (id: string, until: Date) => after(post(`/api/notifications/${id}/snooze`, { until: until.toISOString() }));

export const wishesQuery = queryOptions({
  queryKey: [...notificationsKey, "wishes"],
  queryFn: ({ signal }) => get<Readonly<Record<string, NotifyWish>>>("/api/notifications/preferences", signal),
});

export const wish = (kind: string, changes: Partial<NotifyWish>) => after(ask("/api/notifications/preferences", { method: "PATCH", body: { [kind]: changes } }));
