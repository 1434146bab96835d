import type { KeyboardEvent } from "react";
import { useWords } from "../../text/text.ts";
import type { EditProps } from "../widget.ts";

const USUAL = 5;

/** From star to star by the arrows: the stars are one stop of the Tab key. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const stars = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')];
  const at = stars.indexOf(event.target as HTMLElement);
  const on = document.documentElement.dir === "rtl" ? -1 : 1;
  const to = { ArrowRight: at + on, ArrowUp: at + 1, ArrowLeft: at - on, ArrowDown: at - 1, Home: 0, End: stars.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const next = stars[Math.max(0, Math.min(to, stars.length - 1))];
  next?.focus();
  if (next?.getAttribute("aria-checked") === "false") next.click();
}

export function Edit({ id, field, value, readOnly, onChange }: EditProps) {
  const t = useWords();
  const most = Number(field.max ?? USUAL);
  const stop = Math.min(Math.max(Number(value ?? 0), 1), most);
  return (
    <div id={id} className="stars stars-edit" role="radiogroup" aria-label={field.title} aria-describedby={`${id}-fault ${id}-help`} onKeyDown={move}>
      {Array.from({ length: most }, (_, index) => index + 1).map((count) => (
        <button key={count} type="button" role="radio" aria-checked={value === count} aria-label={t("rating.value", { count })} tabIndex={count === stop ? 0 : -1} disabled={readOnly} className="plain" onClick={() => onChange(value === count ? null : count)}>
          {Number(value ?? 0) >= count ? "★" : "☆"}
        </button>
      ))}
    </div>
  );
}
