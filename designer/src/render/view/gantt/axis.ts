import { dayNumber, dayText } from "../common/records.ts";

export interface Axis {
  readonly first: number;
  readonly last: number;
  /** Where months (or years) begin. */
  readonly ticks: readonly number[];
  readonly byYear: boolean;
}

const MANY_DAYS = 900;
const HALF_A_YEAR = 183;

/** An axis of whole months over all bars. */
export function axisOf(days: readonly string[], today: string): Axis {
  const numbers = days.map(dayNumber);
  const least = numbers.length === 0 ? dayNumber(today) : Math.min(...numbers);
  const most = numbers.length === 0 ? dayNumber(today) : Math.max(...numbers);
  const first = dayNumber(`${dayText(least).slice(0, 8)}01`);
  const byYear = most - least > MANY_DAYS;
  const ticks: number[] = [];
  const at = new Date(`${dayText(first)}T00:00:00Z`);
  while (dayNumber(at.toISOString().slice(0, 10)) <= most || ticks.length < 2) {
    if (!byYear || at.getUTCMonth() === 0 || ticks.length === 0) ticks.push(dayNumber(at.toISOString().slice(0, 10)));
    at.setUTCMonth(at.getUTCMonth() + 1);
  }
  // The rest of a year has no room for its name before the name of the next one.
  if (byYear && (ticks[1] ?? 0) - first < HALF_A_YEAR) ticks.shift();
  return { first, last: dayNumber(at.toISOString().slice(0, 10)), ticks, byYear };
}

/** How far along the axis a day is, from 0 to 1. */
export const along = ({ first, last }: Axis, day: number) => Math.min(Math.max((day - first) / (last - first), 0), 1);
