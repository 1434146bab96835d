import { idOf, isEntry } from "../../../contract/record.ts";
import { base } from "../../../data/client.ts";
import { Glyph } from "../../icon/Glyph.tsx";
import type { Show } from "../widget.ts";

/** A file by its name, which is also the way to have it. */
export const show: Show = (value, { title }) => (
  <a className="link ellipsis" tabIndex={-1} href={`${base}/api/files/${idOf(value)}/content?download=true`} download onClick={(event) => event.stopPropagation()}>
    <Glyph name="attachment" size={12} /> {isEntry(value) ? String(value["name"] ?? title) : title}
  </a>
);
