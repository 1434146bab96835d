import Big from "big.js";
import type { Run } from "./functions.ts";
import { divide } from "./numberFunctions.ts";
import { dateParts, Duration, Moment, PlainDate, PlainTime, type Known, type Value } from "./value.ts";
import {
  addDays,
  addMonths,
  addYears,
  dateOf,
  limited,
  type Local,
  localAt,
  localOf,
  momentOf,
  startOf,
  timeOf,
  weekday,
} from "./zone.ts";

/** Ten thousand years. */
const LONGEST = 87_660_000n * 3600n * 1_000_000_000n;
const NANOS_OF_DAY = 86_400_000_000_000n;
const HOUR = 3_600_000_000;
const MINUTE = 60_000_000;

type Move = (date: PlainDate, count: bigint) => PlainDate | null;

const date = (run: (date: PlainDate) => Value): Run => {
  return ([value]) => run(value as PlainDate);
};
const local = (run: (local: Local) => Value): Run => {
  return ([value], zone) => run(localOf(value as Moment, zone));
};
const lengths = (run: (left: bigint, right: bigint) => bigint): Run => {
  return ([left, right]) => within(run((left as Duration).nanos, (right as Duration).nanos));
};

function within(nanos: bigint): Duration | null {
  return nanos >= LONGEST || nanos <= -LONGEST ? null : new Duration(nanos);
}

function part(name: string, of: (date: PlainDate) => number): Record<string, Run> {
  return {
    [`${name}.date`]: date((value) => BigInt(of(value))),
    [`${name}.dateTime`]: local((value) => BigInt(of(dateOf(value)))),
  };
}

function clockPart(name: string, of: (micros: number) => number): Record<string, Run> {
  return {
    [`${name}.time`]: ([value]) => BigInt(of((value as PlainTime).micros)),
    [`${name}.dateTime`]: local((value) => BigInt(of(timeOf(value)))),
  };
}

/** A move of dates that moves dateTimes too: their local date is moved, their local time stays. */
function calendar(name: string, move: Move): Record<string, Run> {
  return {
    [`${name}.date`]: ([value, count]) => move(value as PlainDate, count as bigint),
    [`${name}.dateTime`]: ([value, count], zone) => {
      const at = localOf(value as Moment, zone);
      const moved = move(dateOf(at), count as bigint);
      return moved && momentOf(localAt(moved, timeOf(at)), zone);
    },
  };
}

const days = (duration: Known | undefined) => (duration as Duration).nanos / NANOS_OF_DAY;
const micros = (duration: Known | undefined) => (duration as Duration).nanos / 1000n;
const seconds = (duration: Known | undefined) => new Big(String((duration as Duration).nanos)).times("1e-9");

export const dateFunctions: Readonly<Record<string, Run>> = {
  ...part("year", ({ days: at }) => dateParts(at).year),
  ...part("month", ({ days: at }) => dateParts(at).month),
  ...part("day", ({ days: at }) => dateParts(at).day),
  ...part("weekday", weekday),
  ...clockPart("hour", (at) => Math.floor(at / HOUR)),
  ...clockPart("minute", (at) => Math.floor(at / MINUTE) % 60),
  "date.date": ([value]) => value as Known,
  "date.dateTime": local(dateOf),
  "time.dateTime": local((value) => new PlainTime(timeOf(value))),
  "dateTime.date": ([value], zone) => momentOf(localAt(value as PlainDate), zone),
  ...calendar("addDays", addDays),
  ...calendar("addMonths", addMonths),
  ...calendar("addYears", addYears),
  "daysBetween.date": ([from, to]) => BigInt((to as PlainDate).days - (from as PlainDate).days),
  "startOf.date": ([value, unit]) => startOf(value as PlainDate, unit as string),
  "startOf.dateTime": ([value, unit], zone) => startOfMoment(value as Moment, unit as string, zone),
  "subtract.date": ([left, right]) => {
    return new Duration(BigInt((left as PlainDate).days - (right as PlainDate).days) * NANOS_OF_DAY);
  },
  "subtract.dateTime": ([left, right]) => new Duration(((left as Moment).micros - (right as Moment).micros) * 1000n),
  "add.dateDuration": ([value, length]) => addDays(value as PlainDate, days(length)),
  "subtract.dateDuration": ([value, length]) => addDays(value as PlainDate, -days(length)),
  "add.dateTimeDuration": ([value, length]) => limited((value as Moment).micros + micros(length)),
  "subtract.dateTimeDuration": ([value, length]) => limited((value as Moment).micros - micros(length)),
  "add.duration": lengths((left, right) => left + right),
  "subtract.duration": lengths((left, right) => left - right),
  "negate.duration": ([length]) => new Duration(-(length as Duration).nanos),
  hours: ([length]) => divide(seconds(length), new Big(3600)),
  minutes: ([length]) => divide(seconds(length), new Big(60)),
  seconds: ([length]) => seconds(length),
};

function startOfMoment(moment: Moment, unit: string, zone: string): Moment | null {
  const at = localOf(moment, zone);
  const fine = unit === "hour" ? HOUR : unit === "minute" ? MINUTE : 0;
  // The hour that has begun, also where clocks show it twice.
  if (fine > 0) return limited(moment.micros - BigInt(timeOf(at) % fine));
  return momentOf(localAt(startOf(dateOf(at), unit)), zone);
}
