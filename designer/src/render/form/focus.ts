import { catchLetters } from "../control/early.ts";
import { isFree } from "../control/keys.ts";

const TYPED = ":is(ui5-input, ui5-textarea, ui5-select, ui5-date-picker, ui5-datetime-picker, ui5-time-picker, ui5-multi-combobox):not([readonly]):not([disabled]), .field:not(.field-read) input:not([disabled]), textarea, [contenteditable='true'], [tabindex='0']";
const AGAIN = 50;
const LONG_ENOUGH = 5_000;
const TIMES = 30;

/** Focuses what `find` finds, as soon as it is there; returns what ends the waiting. */
function focusSoon(find: () => HTMLElement | null | undefined, onEnd: () => void = () => undefined): () => void {
  const begun = Date.now();
  let timer = setTimeout(function look() {
    const found = find();
    found?.focus();
    if (!found && Date.now() - begun < LONG_ENOUGH) timer = setTimeout(look, AGAIN);
    else onEnd();
  }, AGAIN);
  return () => {
    clearTimeout(timer);
    onEnd();
  };
}

/** The components of the fields pass the focus on to the element that is typed into, which takes them a moment. */
function give(letters: string, times = TIMES): void {
  if (letters === "") return;
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) {
    at.setRangeText(letters, at.value.length, at.value.length, "end");
    at.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: letters, inputType: "insertText" }));
  } else if (times > 0) requestAnimationFrame(() => give(letters, times - 1));
}

/** Brings a field into view, once it is painted. */
export function focusField(name: string): void {
  focusSoon(() => {
    const place = document.querySelector<HTMLElement>(`.form-field[data-field="${CSS.escape(name)}"]`);
    place?.scrollIntoView({ block: "center" });
    return place?.querySelector(".field-waiting") ? null : place?.querySelector<HTMLElement>(TYPED);
  });
}

/** Whoever makes a record types at once, also before its first field is there; not where that calls up a keyboard over half of the screen. */
export function focusFirst(): () => void {
  if (matchMedia("(pointer: coarse)").matches) return () => undefined;
  const tell = catchLetters(isFree);
  const find = () => {
    const first = [...document.querySelectorAll<HTMLElement>(".form-field")].find((field) => field.querySelector(`.field-waiting, ${TYPED}`));
    // Somebody was faster, and stays where he is.
    if (!isFree()) return document.activeElement as HTMLElement;
    return first?.querySelector(".field-waiting") ? null : first?.querySelector<HTMLElement>(TYPED);
  };
  return focusSoon(find, () => give(tell().letters));
}
