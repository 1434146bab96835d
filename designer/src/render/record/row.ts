import type { Entry, Json } from "../../contract/record.ts";
import { idOf, isEntry } from "../../contract/record.ts";
import type { Row } from "../expression/evaluate.ts";
import { readValue } from "../expression/value.ts";

/** A record as the engine sent it, for expressions: what was not asked for is null. */
export function rowOf(record: Entry): Row {
  return {
    value: (name, type) => readValue(plain(record[name], type), type),
    link: (name) => {
      const linked = record[name];
      return isEntry(linked) ? rowOf(linked) : null;
    },
    rows: (name) => {
      const lines = record[name];
      return Array.isArray(lines) ? lines.filter(isEntry).map(rowOf) : [];
    },
  };
}

/** A link by its id, even where its fields were asked for; what is hidden counts as null. */
function plain(value: Json | undefined, type: string): unknown {
  if (value === undefined) return null;
  if (type.startsWith("link")) return idOf(value);
  return isEntry(value) && ("$hidden" in value || "$masked" in value) ? null : value;
}
