/** Where somebody was in a list when he opened a record of it. */
export interface Spot {
  readonly row: number;
  readonly column: number;
  /** The record that he opened, or the one that he went on to from there. */
  readonly id: string;
  readonly offset: number;
  /** The first row that could be scrolled to. */
  readonly base: number;
}

let left: { readonly address: string; readonly entity: string; readonly spot: Spot } | null = null;

/** However its letters are written: in a link that somebody was sent they may stand otherwise than we write them. */
const here = () => `${location.pathname}?${new URLSearchParams(location.search)}`;

/** Remembers it for the way back. */
export function leaveAt(entity: string, spot: Spot): void {
  left = { address: here(), entity, spot };
}

/** Whoever goes on from record to record comes back to the last of them. */
export function wentOnTo(entity: string, id: string): void {
  if (left?.entity === entity) left = { ...left, spot: { ...left.spot, id } };
}

/** Where one was, if this is the list that one left. */
export const cameBack = (): Spot | null => (left?.address === here() ? left.spot : null);

/** Once one goes on from there, it is forgotten. */
export function arrive(): void {
  left = null;
}
