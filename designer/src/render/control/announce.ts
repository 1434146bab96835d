/** What comes so soon after another is said with it: a region says its last words only. */
const TOGETHER_MILLISECONDS = 100;
/** By then it is said; whoever reads on through the page does not come upon it. */
const KEPT_MILLISECONDS = 3_000;

/**
 * Words that are said and not seen. The components have such a region too, but as alerts, which are told of as they come into a page,
 * empty as they are; and behind a modal dialog nothing is heard of it.
 */
class Voice {
  readonly #region = document.createElement("div");
  readonly #waiting = new Set<string>();

  constructor(loudness: "polite" | "assertive") {
    this.#region.className = "unseen voice";
    this.#region.ariaLive = loudness;
    document.body.append(this.#region);
  }

  say(words: string): void {
    const place = document.querySelector("dialog:modal") ?? document.body;
    // There first, and empty: what comes into the page with its words is not said.
    if (this.#region.parentElement !== place) place.append(this.#region);
    if (this.#waiting.size === 0) setTimeout(() => this.#tell(), TOGETHER_MILLISECONDS);
    this.#waiting.add(words);
  }

  #tell(): void {
    // The dialog that it stood in may have closed.
    if (!this.#region.isConnected) document.body.append(this.#region);
    const said = document.createElement("div");
    said.textContent = [...this.#waiting].join(" ");
    this.#waiting.clear();
    this.#region.replaceChildren(said);
    setTimeout(() => said.remove(), KEPT_MILLISECONDS);
  }
}

let voices: { readonly polite: Voice; readonly urgent: Voice } | undefined;

/** Says something to those who do not see it happen. */
export function announce(words: string, isUrgent = false): void {
  if (words === "") return;
  voices ??= { polite: new Voice("polite"), urgent: new Voice("assertive") };
  voices[isUrgent ? "urgent" : "polite"].say(words);
}
