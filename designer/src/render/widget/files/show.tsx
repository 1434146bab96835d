import { isEntry } from "../../../contract/record.ts";
import { Glyph } from "../../icon/Glyph.tsx";
import type { Show } from "../widget.ts";

/** How many there are; which ones, for whoever rests on it. */
export const show: Show = (value) => {
  const files = Array.isArray(value) ? value : [];
  if (files.length === 0) return null;
  return (
    <span className="number" title={files.filter(isEntry).map((each) => String(each["name"] ?? "")).join("\n")}>
      <Glyph name="attachment" size={12} /> {files.length}
    </span>
  );
};
