import type { Json } from "../../../contract/record.ts";
import type { Field } from "../../../contract/screen.ts";
import type { Formats } from "../../format/formats.ts";

/** Cells as a spreadsheet copies them, for the columns from where they are put; what cannot be written is left out. */
export function readPasted(text: string, columns: readonly (readonly [string, Field])[], formats: Pick<Formats, "readNumber">): readonly Readonly<Record<string, Json>>[] {
  const rows = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  return rows.map((row) => {
    const cells = row.split("\t").flatMap((cell, index) => {
      const [name, field] = columns[index] ?? [];
      if (name === undefined || field === undefined || field.formula !== undefined) return [];
      const value = valueOf(cell.trim(), field, formats);
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(cells);
  });
}

function valueOf(cell: string, field: Field, { readNumber }: Pick<Formats, "readNumber">): Json | undefined {
  if (cell === "") return null;
  switch (field.type) {
    case "integer":
    case "decimal":
    case "money":
    case "percent":
      return readNumber(cell.replace(/[%€$£¥]/g, "")) ?? undefined;
    case "boolean":
      return /^(true|yes|oui|vrai|x|1)$/i.test(cell);
    case "choice":
      return field.options?.find(({ key, title }) => key === cell || title.toLowerCase() === cell.toLowerCase())?.key;
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? cell : undefined;
    case "link":
    case "user":
      return undefined;
    default:
      return cell;
  }
}
