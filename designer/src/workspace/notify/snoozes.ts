export interface Snooze {
  readonly name: "hour" | "tomorrow" | "week";
  readonly until: Date;
}

const MORNING = 8;
const HOUR = 3_600_000;
const MONDAY = 1;
const DAYS = 7;

const morningIn = (now: Date, days: number) => {
  const morning = new Date(now);
  morning.setDate(now.getDate() + days);
  morning.setHours(MORNING, 0, 0, 0);
  return morning;
};

/** Until when one puts something off: in an hour, tomorrow morning, next Monday morning. */
export const snoozes = (now: Date): readonly Snooze[] => [
  { name: "hour", until: new Date(now.getTime() + HOUR) },
  { name: "tomorrow", until: morningIn(now, 1) },
  { name: "week", until: morningIn(now, (MONDAY - now.getDay() + DAYS) % DAYS || DAYS) },
];
