import { loadavg } from "node:os";
import type { Page } from "playwright-core";

/** What something cost: as people wait, and as the page computes; the second does not grow when others use the machine. */
export interface Cost {
  readonly waited: number;
  readonly computed: number;
}

/** On a busier machine people wait for others' work: then only what the page computes is held. */
const QUIET = 1.2;

export const isQuiet = () => (loadavg()[0] ?? 0) < QUIET;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds that the thread computed. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const TASK = "RunTask";
const MAIN = "CrRendererMain";

/** What is thrown in a page that the browser paints no frame of: what waits for one would wait for ever. */
export const NO_FRAME = "The browser painted no frame";

/** In a page, whatever comes by frames is given up after so long. */
export const PATIENCE_MILLISECONDS = 20_000;

/** Who waits so long for a single frame waits for a browser that paints none; nothing that a page does takes so long. */
export const STALL_MILLISECONDS = 5_000;

const ATTEMPTS = 3;

const ROUNDS = 4;

/**
 * Holds a budget: others may use the machine, or its caches, in any one round, but what is too slow is so in every one of them.
 *
 * @param round measures, and returns what judges that
 */
export async function steadily(round: () => Promise<() => void>): Promise<void> {
  for (let number = 1; ; number++) {
    const judge = await round();
    try {
      judge();
      return;
    } catch (failure) {
      if (number === ROUNDS) throw failure;
    }
  }
}

/**
 * Measures something done in the page, by a trace of the browser: `run` tells how long people waited. A page that lies
 * behind another, or was put to sleep, gets no frames: then it is brought to the front again.
 */
export async function costOf(page: Page, run: () => Promise<number>): Promise<Cost> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await measured(page, run);
    } catch (failure) {
      if (attempt === ATTEMPTS || !(failure instanceof Error) || !failure.message.includes(NO_FRAME)) throw failure;
    }
  }
}

async function measured(page: Page, run: () => Promise<number>): Promise<Cost> {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page has no browser");
  await page.bringToFront();
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline"] });
  let waited: number;
  let trace: Buffer;
  try {
    waited = await run();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const threads = new Map<string, number>();
  for (const { name, pid, tid, args } of traceEvents) if (name === "thread_name" && args?.name === MAIN) threads.set(`${pid} ${tid}`, 0);
  for (const { name, pid, tid, tdur = 0 } of traceEvents) {
    const known = threads.get(`${pid} ${tid}`);
    if (name === TASK && known !== undefined) threads.set(`${pid} ${tid}`, known + tdur / 1000);
  }
  return { waited, computed: Math.max(0, ...threads.values()) };
}

export function tell(what: string, { waited, computed }: Cost): void {
  console.info(`${what}: ${waited.toFixed(0)} ms waited, ${computed.toFixed(0)} ms computed, at a load of ${(loadavg()[0] ?? 0).toFixed(1)}`);
}

/** The middle of several tries. */
export function median(costs: readonly Cost[]): Cost {
  const middle = (values: readonly number[]) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
  return { waited: middle(costs.map(({ waited }) => waited)), computed: middle(costs.map(({ computed }) => computed)) };
}
