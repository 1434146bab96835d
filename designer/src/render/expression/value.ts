import Big from "big.js";

/** A date of the years 1 to 9999, by its days since 1970-01-01. */
export class PlainDate {
  constructor(readonly days: number) {}
}

/** A time of day, in microseconds since midnight. */
export class PlainTime {
  constructor(readonly micros: number) {}
}

/** A moment, in microseconds since 1970-01-01T00:00Z. */
export class Moment {
  constructor(readonly micros: bigint) {}
}

/** A length of time, in nanoseconds. */
export class Duration {
  constructor(readonly nanos: bigint) {}
}

/** What expressions compute with. Integers are bigint, decimals Big, ids and choices text. */
export type Value =
  | null
  | boolean
  | bigint
  | Big
  | string
  | PlainDate
  | PlainTime
  | Moment
  | Duration
  | readonly Value[];

export type Known = Exclude<Value, null>;

const DAY = 86_400_000;
const MICROS_OF_DAY = 86_400_000_000n;

/** Days since 1970-01-01 of a date by the calendar that is used today, carried back. */
export function daysOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY;
}

export function dateParts(days: number): { year: number; month: number; day: number } {
  const date = new Date(days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The value of a text as the engine writes it; throws for a text that is none of the type. */
export function readValue(written: unknown, type: string): Value {
  if (written === null || written === undefined) return null;
  if (type.startsWith("list of ")) {
    const item = type.slice("list of ".length);
    return Array.isArray(written) ? written.map((each) => readValue(each, item)) : null;
  }
  switch (type) {
    case "boolean":
      return written === true || written === "true";
    case "integer":
      return BigInt(written as string | number);
    case "decimal":
      return new Big(written as string | number);
    case "date":
      return readDate(String(written));
    case "time":
      return readTime(String(written));
    case "dateTime":
      return readMoment(String(written));
    case "duration":
      return readDuration(String(written));
    case "json":
      return written === null ? null : JSON.stringify(written);
    default:
      return String(written);
  }
}

export function readDate(text: string): PlainDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!match) throw new Error(`Not a date: ${text}`);
  return new PlainDate(daysOf(Number(match[1]), Number(match[2]), Number(match[3])));
}

export function readTime(text: string): PlainTime {
  const match = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?/.exec(text);
  if (!match) throw new Error(`Not a time: ${text}`);
  const [, hours, minutes, seconds = "0", fraction = ""] = match;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return new PlainTime(whole * 1_000_000 + Number(fraction.padEnd(6, "0").slice(0, 6)));
}

export function readMoment(text: string): Moment {
  const match = /^(\d{4}-\d{2}-\d{2})T([\d:.]+)(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  if (!match) throw new Error(`Not a moment: ${text}`);
  const [, date = "", time = "", zone = "Z"] = match;
  const local = BigInt(readDate(date).days) * MICROS_OF_DAY + BigInt(readTime(time).micros);
  return new Moment(local - offsetMicros(zone));
}

function offsetMicros(zone: string): bigint {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0n;
  const micros = BigInt(Number(match[2]) * 60 + Number(match[3])) * 60_000_000n;
  return match[1] === "-" ? -micros : micros;
}

const LENGTH = /^([-+]?)P(?:([-+]?\d+)D)?(?:T(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+)(?:[.,](\d{0,9}))?S)?)?$/i;

export function readDuration(text: string): Duration {
  const match = LENGTH.exec(text);
  if (!match) throw new Error(`Not a duration: ${text}`);
  const [, sign, days = "0", hours = "0", minutes = "0", seconds = "0", fraction = ""] = match;
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  const part = BigInt(fraction.padEnd(9, "0"));
  const nanos = whole * 1_000_000_000n + (seconds.startsWith("-") ? -part : part);
  return new Duration(sign === "-" ? -nanos : nanos);
}

/** A value as text: without zeros at the end of numbers, moments in UTC. */
export function textOf(value: Known): string {
  if (value instanceof Big) return decimalText(value);
  if (value instanceof PlainDate) return dateText(value);
  if (value instanceof PlainTime) return timeText(value.micros);
  if (value instanceof Moment) return momentText(value);
  if (value instanceof Duration) return durationText(value);
  return String(value);
}

export function decimalText(value: Big): string {
  return value.eq(0) ? "0" : value.toFixed();
}

const two = (number: number) => String(number).padStart(2, "0");

export function dateText(date: PlainDate): string {
  const { year, month, day } = dateParts(date.days);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function timeText(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  const fraction = String(micros % 1_000_000).padStart(6, "0").replace(/0+$/, "");
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return fraction === "" ? clock : `${clock}.${fraction}`;
}

export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}

function momentText(moment: Moment): string {
  const days = floorDivide(moment.micros, MICROS_OF_DAY);
  const rest = Number(moment.micros - days * MICROS_OF_DAY);
  return `${dateText(new PlainDate(Number(days)))}T${timeText(rest)}Z`;
}

function durationText({ nanos }: Duration): string {
  if (nanos === 0n) return "PT0S";
  const sign = nanos < 0n ? "-" : "";
  const size = nanos < 0n ? -nanos : nanos;
  const seconds = size / 1_000_000_000n;
  const fraction = String(size % 1_000_000_000n).padStart(9, "0").replace(/0+$/, "");
  const parts = [
    [seconds / 3600n, "H"],
    [(seconds / 60n) % 60n, "M"],
  ] as const;
  const text = parts.map(([count, unit]) => (count === 0n ? "" : `${sign}${count}${unit}`)).join("");
  const rest = seconds % 60n;
  const last = rest === 0n && fraction === "" ? "" : `${sign}${rest}${fraction && `.${fraction}`}S`;
  return `PT${text}${last}`;
}

/** Whether two values are one: null is null, 1.50 is 1.5. */
export function same(left: Value, right: Value): boolean {
  if (left === null || right === null) return left === right;
  if (left instanceof Big && right instanceof Big) return left.eq(right);
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((each, index) => same(each as Value, right[index] as Value));
  }
  return typeof left === typeof right && textOf(left) === textOf(right);
}

/** Orders two values of one type: texts by the numbers of their characters. */
export function compare(left: Known, right: Known): number {
  if (left instanceof Big) return left.cmp(right as Big);
  if (typeof left === "string") return compareTexts(left, right as string);
  const [one, other] = [orderOf(left), orderOf(right)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function orderOf(value: Known): bigint | number {
  if (typeof value === "bigint") return value;
  if (typeof value === "boolean") return Number(value);
  if (value instanceof PlainDate) return value.days;
  if (value instanceof PlainTime) return value.micros;
  if (value instanceof Moment) return value.micros;
  if (value instanceof Duration) return value.nanos;
  throw new Error("Not ordered");
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

function compareTexts(left: string, right: string): number {
  const common = Math.min(left.length, right.length);
  for (let index = 0; index < common; index++) {
    const one = left.charCodeAt(index);
    const other = right.charCodeAt(index);
    if (one !== other) {
      // Surrogates stand for characters above all others.
      return isSurrogate(one) === isSurrogate(other) ? one - other : isSurrogate(one) ? 1 : -1;
    }
  }
  return left.length - right.length;
}
