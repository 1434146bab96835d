import { useWords } from "../../text/text.ts";
import { LineEdit } from "../LineEdit.tsx";
import type { EditProps } from "../widget.ts";

const COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const NONE = "#888888";

/** What a picker of colours understands: six digits. */
function wellOf(value: string): string {
  if (!COLOUR.test(value)) return NONE;
  const digits = value.slice(1);
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits.slice(0, 6)}`;
}

export function Edit(props: EditProps) {
  const t = useWords();
  const { field, value, readOnly, onChange } = props;
  const read = (text: string) => [text, `#${text}`].map((each) => each.trim().toLowerCase()).find((each) => COLOUR.test(each));
  return (
    <div className="row">
      <input type="color" className="color-well" aria-label={field.title} value={wellOf(String(value))} disabled={readOnly} onChange={(event) => onChange(event.target.value)} />
      <LineEdit {...props} read={read} wrong={t("color.wrong")} />
    </div>
  );
}
