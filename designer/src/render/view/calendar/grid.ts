import { dayNumber, dayText } from "../common/records.ts";

export type Span = "month" | "week";

export interface Period {
  readonly span: Span;
  /** A day in it. */
  readonly day: string;
}

const SUNDAY_OF_1970 = 3;
const WEEK = 7;

/** The day of the week, 0 for Sunday. */
export const weekday = (day: number) => (((day - SUNDAY_OF_1970) % WEEK) + WEEK) % WEEK;

export function readPeriod(text: string | undefined, today: string): Period {
  const found = /^(month|week):(\d{4}-\d{2}-\d{2})$/.exec(text ?? "");
  const day = found?.[2] ?? today;
  return { span: found?.[1] === "week" ? "week" : "month", day: Number.isNaN(Date.parse(day)) ? today : day };
}

export const writePeriod = ({ span, day }: Period) => `${span}:${day}`;

/** The days of the squares: whole weeks, beginning with the locale's first day. */
export function squares({ span, day }: Period, firstDay: number): readonly string[] {
  const start = span === "week" ? dayNumber(day) : dayNumber(`${day.slice(0, 8)}01`);
  const first = start - ((weekday(start) - firstDay + WEEK) % WEEK);
  const end = span === "week" ? start : dayNumber(shift({ span, day: `${day.slice(0, 8)}01` }, 1).day) - 1;
  const weeks = span === "week" ? 1 : Math.ceil((end - first + 1) / WEEK);
  return Array.from({ length: weeks * WEEK }, (_, index) => dayText(first + index));
}

/** The period so many after or before. */
export function shift({ span, day }: Period, by: number): Period {
  if (span === "week") return { span, day: dayText(dayNumber(day) + by * WEEK) };
  const at = new Date(`${day.slice(0, 8)}01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return { span, day: at.toISOString().slice(0, 10) };
}

interface Weeks {
  readonly firstDay: number;
}

/** The day on which weeks begin where the user is, 0 for Sunday. */
export function firstDayOf(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => Weeks; weekInfo?: Weeks };
  return (known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1 }).firstDay % WEEK;
}
