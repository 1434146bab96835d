import { queryOptions, useMutation, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { Me, Provider } from "../contract/account.ts";
import { ask, get, post, Refusal } from "./client.ts";
import { keeper } from "./keeper.ts";

/** Who is signed in; null for nobody. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<Me | null> => {
    try {
      return await get<Me>("/api/auth/me");
    } catch (failure) {
      if (failure instanceof Refusal && failure.status === 401) return null;
      throw failure;
    }
  },
});

export const useMeOrNobody = () => useQuery(meQuery);

/** Whoever is signed in; for what shows only then. */
export function useMe(): Me {
  const me = useSuspenseQuery(meQuery).data;
  if (!me) throw new Error("Nobody is signed in");
  return me;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly otp?: string;
}

export async function signIn(credentials: Credentials): Promise<void> {
  await post("/api/auth/login", credentials);
  keeper.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
  await keeper.fetchQuery({ ...meQuery, staleTime: 0 });
}

export async function signOut(): Promise<void> {
  await post("/api/auth/logout");
  forget();
}

/** Nobody is signed in any more; nothing that was read for somebody stays. */
export function forget(): void {
  keeper.setQueryData(meQuery.queryKey, null);
  keeper.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
}

export const useProviders = () => {
  return useQuery({
    queryKey: ["providers"],
    queryFn: async () => (await get<{ data: readonly Provider[] }>("/api/auth/providers")).data,
  });
};

export type Preferences = Partial<Pick<Me, "locale" | "timeZone" | "theme" | "dateFormat" | "numberFormat" | "homePage">>;

/** Keeps what the user prefers; everything that is shown in his language is read again when that changes. */
export function usePreferences() {
  return useMutation({
    mutationFn: async (changes: Preferences) => (await ask<Me>("/api/auth/me", { method: "PATCH", body: changes })).body,
    onSuccess: async (me, changes) => {
      keeper.setQueryData(meQuery.queryKey, me);
      if (changes.locale !== undefined) await keeper.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    },
  });
}
