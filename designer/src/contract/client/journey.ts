import createClient from "openapi-fetch";
import type { paths } from "./generated.ts";

/** What a program written against the generated types does: sign in, create with lines, list, change. */
export async function journey(baseUrl: string, username: string, password: string) {
  const api = createClient<paths>({ baseUrl });
  const login = await api.POST("/api/auth/login", { body: { username, password } });
  if (!login.data) throw new Error(JSON.stringify(login.error));
  const headers = { Authorization: `Bearer ${login.data.accessToken}` };

  const created = await api.POST("/api/crm/team", { headers, body: { code: "north", name: "North" } });
  if (!created.data) throw new Error(JSON.stringify(created.error));
  const id = created.data.id;
  if (!id) throw new Error("The new record has no id");

  const listed = await api.GET("/api/crm/team", {
    headers,
    params: { query: { filter: "name == 'North'", fields: "*", count: "exact" } },
  });
  if (!listed.data) throw new Error(JSON.stringify(listed.error));

  const changed = await api.PATCH("/api/crm/team/{id}", {
    headers,
    params: { path: { id } },
    body: { name: "Far North", version: created.data.version ?? 1 },
  });
  if (!changed.data) throw new Error(JSON.stringify(changed.error));

  return { created: created.data, listed: listed.data, changed: changed.data };
}
