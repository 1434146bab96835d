import { dateParts, daysOf, floorDivide, Moment, PlainDate } from "./value.ts";

const MICROS_OF_DAY = 86_400_000_000n;
const EARLIEST = BigInt(daysOf(1, 1, 2)) * MICROS_OF_DAY;
const LATEST = BigInt(daysOf(9999, 12, 31)) * MICROS_OF_DAY - 1n;

/** What a clock somewhere shows, in microseconds as if it were UTC. */
export type Local = bigint;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(zone, made);
  return made;
}

function offset(micros: bigint, zone: string): bigint {
  if (zone === "UTC") return 0n;
  const seconds = floorDivide(micros, 1_000_000n);
  const parts = new Map(
    clock(zone)
      .formatToParts(Number(seconds) * 1000)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const days = daysOf(part("year"), part("month"), part("day"));
  const shown = ((days * 24 + part("hour")) * 60 + part("minute")) * 60 + part("second");
  return (BigInt(shown) - seconds) * 1_000_000n;
}

export function localOf(moment: Moment, zone: string): Local {
  return moment.micros + offset(moment.micros, zone);
}

/** The moment of a local time; where a clock shows it twice the later, where it skips it as much later. */
export function momentOf(local: Local, zone: string): Moment | null {
  const before = offset(local - MICROS_OF_DAY, zone);
  const after = offset(local + MICROS_OF_DAY, zone);
  const fitting = [before, after].map((each) => local - each).filter((at) => at + offset(at, zone) === local);
  return limited(fitting.length === 0 ? local - before : fitting.reduce((one, other) => (one > other ? one : other)));
}

/** The moment if every zone can show it within the years 1 to 9999. */
export function limited(micros: bigint): Moment | null {
  return micros < EARLIEST || micros > LATEST ? null : new Moment(micros);
}

export const dateOf = (local: Local) => new PlainDate(Number(floorDivide(local, MICROS_OF_DAY)));
export const timeOf = (local: Local) => Number(local - floorDivide(local, MICROS_OF_DAY) * MICROS_OF_DAY);
export const localAt = (date: PlainDate, micros = 0): Local => BigInt(date.days) * MICROS_OF_DAY + BigInt(micros);

const FIRST = daysOf(1, 1, 1);
const LAST = daysOf(9999, 12, 31);
const MOST_MONTHS = 200_000n;

export function addDays(date: PlainDate, days: bigint): PlainDate | null {
  const most = BigInt(LAST - FIRST);
  if (days > most || days < -most) return null;
  const moved = date.days + Number(days);
  return moved < FIRST || moved > LAST ? null : new PlainDate(moved);
}

/** The same day so many months later, or the last of that month. */
export function addMonths(date: PlainDate, months: bigint): PlainDate | null {
  if (months > MOST_MONTHS || months < -MOST_MONTHS) return null;
  const { year, month, day } = dateParts(date.days);
  const count = year * 12 + month - 1 + Number(months);
  const [newYear, newMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  if (newYear < 1 || newYear > 9999) return null;
  const length = daysOf(newYear, newMonth + 1, 1) - daysOf(newYear, newMonth, 1);
  return new PlainDate(daysOf(newYear, newMonth, Math.min(day, length)));
}

export function addYears(date: PlainDate, years: bigint): PlainDate | null {
  return years > MOST_MONTHS || years < -MOST_MONTHS ? null : addMonths(date, years * 12n);
}

/** 1 for Monday to 7 for Sunday. */
export const weekday = (date: PlainDate) => ((((date.days + 3) % 7) + 7) % 7) + 1;

export function startOf(date: PlainDate, unit: string): PlainDate {
  const { year, month } = dateParts(date.days);
  switch (unit) {
    case "week":
      return new PlainDate(date.days - weekday(date) + 1);
    case "month":
      return new PlainDate(daysOf(year, month, 1));
    case "quarter":
      return new PlainDate(daysOf(year, Math.floor((month - 1) / 3) * 3 + 1, 1));
    case "year":
      return new PlainDate(daysOf(year, 1, 1));
    default:
      return date;
  }
}
