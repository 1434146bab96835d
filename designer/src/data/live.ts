import { base } from "./client.ts";
import { keeper } from "./keeper.ts";
import { told } from "./notifications.ts";
import { allRecordsKey, changed } from "./records.ts";

interface Told {
  readonly entity?: string;
}

/** What the user is told comes with the same stream. */
const NOTIFICATION = "sys.notification";

/** Changes that come close together are read once. */
const TOGETHER = 400;

/** A stream that the browser gave up is begun anew after so long. */
const AGAIN = 5_000;

/** Reads again what shows. */
const readAll = () => void keeper.invalidateQueries({ queryKey: allRecordsKey });

/** Reads again what was read before the stream began: nobody told what happened since. */
const readEarlier = () => void keeper.invalidateQueries({ queryKey: allRecordsKey, predicate: ({ state }) => state.dataUpdatedAt > 0 && state.fetchStatus === "idle" });

/** Reads lists and records again when somebody changes them; returns what ends that. */
export function followChanges(): () => void {
  let source: EventSource;
  let later: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const readAgain = () => {
    timer = undefined;
    for (const entity of waiting) void (entity === NOTIFICATION ? told() : changed(entity));
    waiting.clear();
  };
  const hear = ({ data }: MessageEvent<string>) => {
    const { entity } = JSON.parse(data) as Told;
    if (!entity) return;
    waiting.add(entity);
    timer ??= setTimeout(readAgain, TOGETHER);
  };
  const begin = () => {
    source = new EventSource(`${base}/api/stream`);
    source.onmessage = hear;
    source.addEventListener("ready", readEarlier, { once: true });
    // It was away for so long that nobody knows any more what happened meanwhile.
    source.addEventListener("reset", readAll);
    // The browser connects again by itself where the connection broke, not where the server refused it.
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) later = setTimeout(begin, AGAIN);
    };
  };
  begin();
  return () => {
    clearTimeout(timer);
    clearTimeout(later);
    source.close();
  };
}
