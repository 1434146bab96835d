import { useWords } from "../../text/text.ts";
import type { EditProps } from "../widget.ts";

const USUAL = 5;

export function Edit({ id, field, value, readOnly, onChange }: EditProps) {
  const t = useWords();
  const most = Number(field.max ?? USUAL);
  return (
    <div id={id} className="stars stars-edit" role="radiogroup" aria-label={field.title}>
      {Array.from({ length: most }, (_, index) => index + 1).map((count) => (
        <button key={count} type="button" role="radio" aria-checked={value === count} aria-label={t("rating.value", { count })} disabled={readOnly} className="plain" onClick={() => onChange(value === count ? null : count)}>
          {Number(value ?? 0) >= count ? "★" : "☆"}
        </button>
      ))}
    </div>
  );
}
