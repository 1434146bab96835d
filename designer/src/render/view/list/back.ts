/** Where somebody was in a list when he opened a record of it. */
export interface Spot {
  readonly row: number;
  readonly column: number;
  readonly offset: number;
  /** The first row that could be scrolled to. */
  readonly base: number;
}

let left: { readonly address: string; readonly spot: Spot } | null = null;

const here = () => location.pathname + location.search;

/** Remembers it for the way back. */
export function leaveAt(spot: Spot): void {
  left = { address: here(), spot };
}

/** Where one was, if this is the list that one left. */
export const cameBack = (): Spot | null => (left?.address === here() ? left.spot : null);

/** Once one goes on from there, it is forgotten. */
export function arrive(): void {
  left = null;
}
