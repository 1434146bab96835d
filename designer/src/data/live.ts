import { base } from "./client.ts";
import { told } from "./notifications.ts";
import { changed } from "./records.ts";

interface Told {
  readonly entity?: string;
}

/** What the user is told comes with the same stream. */
const NOTIFICATION = "sys.notification";

/** Changes that come close together are read once. */
const TOGETHER = 400;

/** Reads lists and records again when somebody changes them; returns what ends that. */
export function followChanges(): () => void {
  const source = new EventSource(`${base}/api/stream`);
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const readAgain = () => {
    timer = undefined;
    for (const entity of waiting) void (entity === NOTIFICATION ? told() : changed(entity));
    waiting.clear();
  };
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const { entity } = JSON.parse(data) as Told;
    if (!entity) return;
    waiting.add(entity);
    timer ??= setTimeout(readAgain, TOGETHER);
  };
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
