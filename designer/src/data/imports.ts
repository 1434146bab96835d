import { queryOptions } from "@tanstack/react-query";
import type { ImportOrder, ImportPreview, ImportRun, ImportTemplate } from "../contract/imports.ts";
import { ask, base, get, placeOf, post, query } from "./client.ts";

const OFTEN = 500;

export const isOpen = ({ status }: ImportRun) => ["waiting", "running", "undoing"].includes(status);

const place = (entity: string) => `${placeOf(entity)}/imports`;

export const importsKey = ["imports"] as const;

/** The user's imports into an entity, the latest first; read again as long as one of them is under way. */
export const importsQuery = (entity: string) => {
  return queryOptions({
    queryKey: [...importsKey, entity],
    queryFn: async ({ signal }) => (await get<{ data: readonly ImportRun[] }>(`/api/imports${query({ entity })}`, signal)).data,
    refetchInterval: ({ state }) => (state.data?.some(isOpen) ? OFTEN : false),
  });
};

/** One import; read again until it is over. */
export const importQuery = (id: string) => {
  return queryOptions({
    queryKey: [...importsKey, "one", id],
    queryFn: ({ signal }) => get<ImportRun>(`/api/imports/${id}`, signal),
    refetchInterval: ({ state }) => (!state.data || isOpen(state.data) ? OFTEN : false),
  });
};

/** What a file has in its columns; that does not change. */
export const previewQuery = (entity: string, file: string, format: string) => {
  return queryOptions({ queryKey: ["importPreview", entity, file, format], queryFn: () => post<ImportPreview>(`${place(entity)}/preview`, { file, format }), staleTime: Infinity });
};

export const beginImport = (entity: string, file: string, order: ImportOrder) => post<ImportRun>(place(entity), { file, ...order });

export const cancelImport = (id: string) => post<ImportRun>(`/api/imports/${id}/cancel`);

export const undoImport = (id: string) => post<ImportRun>(`/api/imports/${id}/undo`);

export const errorsOf = (id: string) => `${base}/api/imports/${id}/errors`;

export const templatesQuery = (entity: string) => {
  return queryOptions({
    queryKey: [...importsKey, "templates", entity],
    queryFn: async ({ signal }) => (await get<{ data: readonly ImportTemplate[] }>(`${place(entity)}/templates`, signal)).data,
  });
};

export const keepTemplate = (entity: string, name: string, order: ImportOrder) => ask(`${place(entity)}/templates/${encodeURIComponent(name)}`, { method: "PUT", body: order });
