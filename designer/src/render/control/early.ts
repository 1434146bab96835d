/** What was typed before anything was there to take it. */
export interface Early {
  readonly letters: string;
  /** Whether Enter came behind them. */
  readonly entered: boolean;
}

/** What does not come after so long has failed: then the keys are free again. */
const PATIENCE_MILLISECONDS = 5_000;

/**
 * Takes the letters that are typed, and Enter, until what is to have them is there; the answer ends that and tells them.
 *
 * @param isMeant whether a key that is pressed now is one of them
 */
export function catchLetters(isMeant: () => boolean): () => Early {
  let letters = "";
  let entered = false;
  const take = (event: KeyboardEvent) => {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!(isLetter || event.key === "Enter" || event.key === "Backspace") || entered || !isMeant()) return;
    if (isLetter) letters += event.key;
    else if (event.key === "Backspace") letters = letters.slice(0, -1);
    else entered = true;
    event.preventDefault();
    event.stopPropagation();
  };
  const end = () => window.removeEventListener("keydown", take, true);
  window.addEventListener("keydown", take, true);
  const late = setTimeout(end, PATIENCE_MILLISECONDS);
  return () => {
    clearTimeout(late);
    end();
    return { letters, entered };
  };
}
