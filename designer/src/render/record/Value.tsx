import type { Entry, Json } from "../../contract/record.ts";
import { isEntry, isHidden } from "../../contract/record.ts";
import type { Field } from "../../contract/screen.ts";
import { useFormats } from "../format/formats.ts";
import { Glyph } from "../icon/Glyph.tsx";
import { useWords } from "../text/text.ts";
import { showOf } from "../widget/registry.ts";
import type { Around } from "../widget/widget.ts";

/** The value at the end of a path over links. */
export function valueAt(record: Entry, path: string): Json {
  return path.split(".").reduce<Json>((value, name) => (isEntry(value) ? (value[name] ?? null) : null), record);
}

/** A value as its widget shows it. Nothing is shown of nothing; what is kept from the user is marked as such. */
export function shown(value: Json | undefined, field: Field, around: Around) {
  if (value === null || value === undefined || value === "") return null;
  if (isHidden(value)) {
    return (
      <span className="muted" title={around.t("hidden")}>
        <Glyph name="locked" size={12} />
        <span className="unseen">{around.t("hidden")}</span>
      </span>
    );
  }
  const masked = isEntry(value) && "$masked" in value ? value["$masked"] : null;
  return masked !== null ? <span className="ellipsis">{String(masked)}</span> : showOf(field).show(value, field, around);
}

export function Value({ value, field, record }: { readonly value: Json | undefined; readonly field: Field; readonly record: Entry }) {
  const formats = useFormats();
  const t = useWords();
  return shown(value, field, { record, formats, t });
}
