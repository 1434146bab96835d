/** What a list shows, as its address says it. */
export type Search = Readonly<Record<string, string>>;

/** Who sees a view besides its owner: the people of a group, or those with a role. */
export interface Reader {
  readonly group: string | null;
  readonly role: string | null;
}

/** A view of a list that somebody keeps under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly state: { readonly search: Search };
  readonly everybody: boolean;
  readonly readers: readonly Reader[];
  readonly owner: { readonly id: string; readonly name?: string } | null;
}

/** With which view somebody's list of an entity opens. */
export interface ViewChoice {
  readonly id: string;
  readonly entity: string;
  readonly view: { readonly id: string; readonly state?: { readonly search: Search } };
}
