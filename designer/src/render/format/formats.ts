import { createContext, useContext } from "react";

/** How the user wants to see values. */
export interface Preferred {
  readonly locale: string;
  /** The name of a time zone. */
  readonly zone: string;
  /** A pattern such as `dd/MM/yyyy`; as the locale has it when absent. */
  readonly datePattern: string | undefined;
  /** Such as `space_comma`: what stands between thousands and before decimals; as the locale has it when absent. */
  readonly numberStyle: string | undefined;
}

/** Writes and reads values as the user sees them. Numbers are text all along, so no digit is lost. */
export interface Formats {
  readonly preferred: Preferred;
  /** How days are written: `dd/MM/yyyy`. */
  readonly datePattern: string;
  /** How the time of a day is written: `HH:mm`, or `hh:mm a` where days have halves. */
  readonly timePattern: string;
  number(value: string | number, digits?: number): string;
  money(value: string | number, currency: string | undefined, digits?: number): string;
  percent(value: string | number): string;
  date(value: string): string;
  dateTime(value: string): string;
  time(value: string): string;
  /** The time of day of a moment. */
  clock(value: string): string;
  duration(value: string): string;
  ago(value: string): string;
  /** The number in its plain form, or null where the text is none. */
  readNumber(text: string): string | null;
}

/** Locales whose numbers are written in each style. */
const STYLES: Readonly<Record<string, string>> = {
  space_comma: "fr-FR",
  dot_comma: "de-DE",
  comma_dot: "en-US",
  apostrophe_dot: "de-CH",
};

const DEFAULT_DIGITS = 2;
/** The decimal places that a formatter may show. */
const MOST_DIGITS = 100;

/** A formatter takes exact decimals as text; the library's types know numbers only. */
const exact = (value: string | number) => value as unknown as number;

/** The decimal places that say something: a yen has none, and a formula in yen may end in zeros. */
const decimalsOf = (value: string | number) => /\.(\d*[1-9])0*$/.exec(String(value))?.[1]?.length ?? 0;

const DURATION = /^-?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;

export function formatsFor(preferred: Preferred): Formats {
  const { locale, zone, datePattern, numberStyle } = preferred;
  const numbers = (numberStyle && STYLES[numberStyle]) || locale;
  const numberFormats = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    const made = numberFormats.get(key) ?? new Intl.NumberFormat(numbers, options);
    numberFormats.set(key, made);
    return made;
  };
  const digitsOf = (value: string | number, digits: number | undefined) => {
    const places = digits ?? (String(value).split(".")[1]?.length ?? 0);
    return { minimumFractionDigits: places, maximumFractionDigits: Math.min(places, MOST_DIGITS) };
  };
  const parts = numberFormat({ minimumFractionDigits: 1 }).formatToParts(-1234567.8);
  const group = parts.find(({ type }) => type === "group")?.value ?? ",";
  const point = parts.find(({ type }) => type === "decimal")?.value ?? ".";
  const days = new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric", month: "2-digit", day: "2-digit" });
  const moments = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const zoned = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  const clocks = new Intl.DateTimeFormat(locale, { timeZone: "UTC", hour: "2-digit", minute: "2-digit" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const date = (value: string) => (datePattern ? byPattern(datePattern, value) : days.format(new Date(`${value.slice(0, 10)}T00:00:00Z`)));
  const number = (value: string | number, digits?: number) => numberFormat(digitsOf(value, digits)).format(exact(value));

  return {
    preferred,
    datePattern: datePattern ?? patternOf(days),
    timePattern: patternOf(moments),
    number,
    money: (value, currency, digits) => {
      const known = currency && /^[A-Z]{3}$/.test(currency) ? currency : undefined;
      const usual = known ? (numberFormat({ style: "currency", currency: known }).resolvedOptions().maximumFractionDigits ?? DEFAULT_DIGITS) : DEFAULT_DIGITS;
      const options = digitsOf(value, digits ?? Math.max(usual, decimalsOf(value)));
      if (!known) return number(value, options.maximumFractionDigits);
      return numberFormat({ ...options, style: "currency", currency: known, currencyDisplay: "narrowSymbol" }).format(exact(value));
    },
    percent: (value) => `${number(value)} %`,
    date,
    dateTime: (value) => {
      const at = new Date(value);
      return `${date(zoned.format(at))} ${moments.format(at)}`;
    },
    clock: (value) => moments.format(new Date(value)),
    time: (value) => clocks.format(new Date(`1970-01-01T${value.slice(0, 8)}Z`)),
    duration: (value) => {
      const match = DURATION.exec(value);
      if (!match) return value;
      const units = ["d", "h", "min", "s"];
      const words = match.slice(1).flatMap((count, index) => (Number(count ?? 0) > 0 ? [`${count} ${units[index]}`] : []));
      return `${value.startsWith("-") ? "−" : ""}${words.join(" ") || "0"}`;
    },
    ago: (value) => ago(relative, value),
    readNumber: (text) => readNumber(text, group, point),
  };
}

const LETTERS: Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>> = { year: "yyyy", month: "MM", day: "dd", minute: "mm", dayPeriod: "a" };

/** The pattern by which a formatter writes. Marks that only set a direction are no part of it. */
function patternOf(format: Intl.DateTimeFormat): string {
  const hours = format.resolvedOptions().hour12 ? "hh" : "HH";
  const piece = ({ type, value }: Intl.DateTimeFormatPart) => (type === "hour" ? hours : (LETTERS[type] ?? value.replace(/[\u200e\u200f\u061c]/g, "").replace(/\s/g, " ").replace(/\p{L}+/gu, "'$&'")));
  return format.formatToParts(new Date(0)).map(piece).join("");
}

function byPattern(pattern: string, value: string): string {
  const [year = "", month = "", day = ""] = value.slice(0, 10).split("-");
  const pieces: Readonly<Record<string, string>> = {
    yyyy: year,
    yy: year.slice(-2),
    MM: month,
    M: String(Number(month)),
    dd: day,
    d: String(Number(day)),
  };
  return pattern.replace(/yyyy|yy|MM|M|dd|d/g, (piece) => pieces[piece] ?? piece);
}

const STEPS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

function ago(relative: Intl.RelativeTimeFormat, value: string): string {
  const seconds = (new Date(value).getTime() - Date.now()) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  return step ? relative.format(Math.round(seconds / step[1]), step[0]) : relative.format(0, "minute");
}

/** Takes what people write: their own separators, blanks, and a point for a comma where it can mean nothing else. */
function readNumber(text: string, group: string, point: string): string | null {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, "").replace(/−/g, "-");
  const grouped = group.trim() === "" || group === "’" ? bare : bare.split(group).join("");
  const candidates = [grouped.replace(point, "."), bare.replace(",", ".")];
  return candidates.find((candidate) => /^[+-]?(\d+\.?\d*|\.\d+)$/.test(candidate))?.replace(/^\+/, "") ?? null;
}

export const FormatsContext = createContext<Formats | null>(null);

export function useFormats(): Formats {
  const formats = useContext(FormatsContext);
  if (!formats) throw new Error("No formats here");
  return formats;
}
