const TYPED = ":is(ui5-input, ui5-textarea, ui5-select, ui5-date-picker, ui5-datetime-picker, ui5-time-picker, ui5-multi-combobox):not([readonly]):not([disabled]), .field:not(.field-read) input:not([disabled]), textarea, [contenteditable='true'], [tabindex='0']";
const AGAIN = 50;
const LONG_ENOUGH = 2_000;

/** Focuses what `find` finds, as soon as it is there; returns what ends the waiting. */
function focusSoon(find: () => HTMLElement | null | undefined): () => void {
  const begun = Date.now();
  let timer = setTimeout(function look() {
    const found = find();
    if (found) found.focus();
    else if (Date.now() - begun < LONG_ENOUGH) timer = setTimeout(look, AGAIN);
  }, AGAIN);
  return () => clearTimeout(timer);
}

/** Brings a field into view, once it is painted. */
export function focusField(name: string): void {
  focusSoon(() => {
    const place = document.querySelector<HTMLElement>(`.form-field[data-field="${CSS.escape(name)}"]`);
    place?.scrollIntoView({ block: "center" });
    return place?.querySelector(".field-waiting") ? null : place?.querySelector<HTMLElement>(TYPED);
  });
}

/** Whoever makes a record types at once; not where that calls up a keyboard over half of the screen. */
export function focusFirst(): () => void {
  if (matchMedia("(pointer: coarse)").matches) return () => undefined;
  return focusSoon(() => {
    const first = [...document.querySelectorAll<HTMLElement>(".form-field")].find((field) => field.querySelector(`.field-waiting, ${TYPED}`));
    const isFree = document.activeElement === null || document.activeElement === document.body || document.activeElement.id === "page";
    // Somebody was faster, and stays where he is.
    if (!isFree) return document.activeElement as HTMLElement;
    return first?.querySelector(".field-waiting") ? null : first?.querySelector<HTMLElement>(TYPED);
  });
}
