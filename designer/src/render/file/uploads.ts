import { useCallback, useEffect, useRef, useState } from "react";
import type { StoredFile } from "../../contract/file.ts";
import { upload } from "../../data/files.ts";

/** A file on its way. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  /** How much of it is there: from 0 to 1. */
  readonly share: number;
  readonly failure?: unknown;
}

export interface Uploads {
  readonly running: readonly Upload[];
  readonly begin: (files: readonly File[]) => void;
  /** Ends one that runs, or takes away what failed. */
  readonly end: (key: number) => void;
}

let last = 0;

/** Sends files, several at once, and says of each when it is there. */
export function useUploads(place: string, onStored: (file: StoredFile) => void): Uploads {
  const [running, setRunning] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const stored = useRef(onStored);
  stored.current = onStored;
  useEffect(() => () => stops.current.forEach((stop) => stop.abort()), []);
  const end = useCallback((key: number) => {
    stops.current.get(key)?.abort();
    stops.current.delete(key);
    setRunning((before) => before.filter((each) => each.key !== key));
  }, []);
  const begin = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        const key = ++last;
        const stop = new AbortController();
        const change = (more: Partial<Upload>) => setRunning((before) => before.map((each) => (each.key === key ? { ...each, ...more } : each)));
        stops.current.set(key, stop);
        setRunning((before) => [...before, { key, name: file.name, share: 0 }]);
        upload(place, { file, name: file.name, onProgress: (share) => change({ share }), signal: stop.signal }).then(
          (done) => {
            end(key);
            stored.current(done);
          },
          (failure: unknown) => !stop.signal.aborted && change({ failure }),
        );
      }
    },
    [place, end],
  );
  return { running, begin, end };
}
