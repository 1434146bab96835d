const PARTS = [
  ["d", 86_400],
  ["h", 3_600],
  ["m", 60],
  ["s", 1],
] as const;

/** Reads `1d 2h 30m`, `2:30`, `1.5h` or a bare number of hours; undefined for anything else. */
export function readLength(text: string): string | undefined {
  const bare = text.trim().toLowerCase().replace(/,/g, ".");
  const clock = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/.exec(bare);
  if (clock) return iso(Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0));
  if (/^\d+(\.\d+)?$/.test(bare)) return iso(Number(bare) * 3_600);
  if (!/^(\d+(\.\d+)?\s*(d|h|min|m|s)\s*)+$/.test(bare)) return undefined;
  const parts = [...bare.matchAll(/(\d+(?:\.\d+)?)\s*(d|h|min|m|s)/g)];
  return iso(parts.reduce((total, [, count, unit]) => total + Number(count) * (PARTS.find(([name]) => unit?.startsWith(name))?.[1] ?? 0), 0));
}

function iso(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const text = `${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${rest ? `${rest}S` : ""}`;
  return `PT${text || "0S"}`;
}

/** Writes a length of time as people type it. */
export function writeLength(value: string): string {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(value);
  if (!match) return value;
  return PARTS.flatMap(([name], index) => (Number(match[index + 1] ?? 0) > 0 ? [`${match[index + 1]}${name}`] : [])).join(" ") || "0h";
}
