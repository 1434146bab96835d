import { queryOptions } from "@tanstack/react-query";
import type { StoredFile } from "../contract/file.ts";
import { base, get, refusalOf, Unreachable } from "./client.ts";
import { keeper } from "./keeper.ts";

const A_WHILE = 5 * 60_000;

const filesKey = ["files"] as const;

export const fileQuery = (id: string) => {
  return queryOptions({ queryKey: [...filesKey, id], staleTime: A_WHILE, queryFn: ({ signal }) => get<StoredFile>(`/api/files/${id}`, signal) });
};

/** What is known of a file already, so that nothing is asked again. */
export const knowFile = (file: StoredFile) => keeper.setQueryData([...filesKey, file.id], file);

/** Where the content of a file is; another content has another address, so that no browser shows the former. */
export const contentOf = (file: StoredFile, version = file.content_version) => `${base}/api/files/${file.id}/content?version=${version}`;

export const downloadOf = (file: StoredFile, version = file.content_version) => `${contentOf(file, version)}&download=true`;

/** A small picture of the file, if there can be one. */
export const pictureOf = (file: StoredFile, size: number) => (file.links.preview ? `${base}${file.links.preview}?size=${size}&of=${file.content_version}` : undefined);

export interface Sending {
  readonly file: Blob;
  readonly name: string;
  /** How much of it is there: from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Sends a file. Only this kind of request tells how much of it has left.
 *
 * @param place `/api/files`, or where the files of a record are
 */
export function upload(place: string, { file, name, onProgress, signal }: Sending): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${base}${place}?name=${encodeURIComponent(name)}`);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Accept-Language", document.documentElement.lang);
    request.setRequestHeader("X-Requested-With", "armature");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress?.(loaded / total);
    request.onerror = () => reject(new Unreachable(request.statusText));
    request.onabort = () => reject(new DOMException("Aborted", "AbortError"));
    request.onload = () => {
      if (request.status >= 400) return reject(refusalOf(request.status, request.statusText, request.getResponseHeader("Content-Type"), request.responseText));
      const stored = JSON.parse(request.responseText) as StoredFile;
      knowFile(stored);
      resolve(stored);
    };
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
