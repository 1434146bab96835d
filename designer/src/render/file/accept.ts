import type { Field } from "../../contract/screen.ts";
import type { Formats } from "../format/formats.ts";
import type { Words } from "../text/text.ts";

type Rules = Pick<Field, "accept" | "maxSize">;

export const acceptOf = ({ accept }: Rules) => (accept === undefined ? undefined : [accept].flat().join(","));

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
const STEP = 1000;

/** A number of bytes, in the unit that is read most easily. */
export function sizeOf(bytes: number, { preferred }: Formats): string {
  const at = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(STEP)));
  const options = { style: "unit", unit: UNITS[at], unitDisplay: "short", maximumFractionDigits: at === 0 ? 0 : 1 } as const;
  return new Intl.NumberFormat(preferred.locale, options).format(bytes / STEP ** at);
}

/** Whether a file may be chosen by its name and by the type that the browser knows of it; the engine looks into it. */
export function isAccepted({ name, type }: Pick<File, "name" | "type">, { accept }: Rules): boolean {
  if (accept === undefined) return true;
  return [accept].flat().some((each) => {
    const wanted = each.trim().toLowerCase();
    if (wanted.startsWith(".")) return name.toLowerCase().endsWith(wanted);
    if (type === "") return true;
    return wanted.endsWith("/*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
  });
}

/** Why a file is not sent at all; undefined where it is. */
export function refusedFor(file: File, rules: Rules, formats: Formats, t: Words): string | undefined {
  if (rules.maxSize !== undefined && file.size > rules.maxSize) return t("file.tooLarge", { name: file.name, size: sizeOf(rules.maxSize, formats) });
  if (!isAccepted(file, rules)) return t("file.notAccepted", { name: file.name, accepted: [rules.accept ?? ""].flat().join(", ") });
  return undefined;
}
