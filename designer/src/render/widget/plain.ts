import type { Json } from "../../contract/record.ts";
import { isClosed } from "../../contract/record.ts";
import type { Field } from "../../contract/screen.ts";
import { typeOf } from "./typeOf.ts";

/** Types whose editors also show, better than a cell of a list would, what cannot be changed. */
const LOOK_ALIKE = new Set(["file", "files", "image", "signature", "html", "markdown", "code", "json", "geo", "barcode"]);

/** Those that show even nothing: no lines, not ticked. */
const ALWAYS = new Set(["lines", "boolean"]);

/** Whether a form shows a value as lists do, without an editor. */
export function isPlain(field: Field, value: Json, fixed: boolean): boolean {
  const type = typeOf(field);
  return isClosed(value) || (fixed && !ALWAYS.has(type) && (value === null || !LOOK_ALIKE.has(type)));
}
