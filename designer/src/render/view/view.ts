import type { ComponentType } from "react";
import type { Entity, Screen } from "../../contract/screen.ts";

/** In the place of a saved view: none, even where the list opens with one. */
export const NO_VIEW = "-";

/** What is looked at: all of it stands in the address. */
export interface Asked {
  readonly filter: string | undefined;
  readonly q: string | undefined;
  readonly sort: readonly string[];
  readonly group: string | undefined;
  readonly columns: readonly string[] | undefined;
  readonly deleted: boolean;
  /** Where a view stands that has places of its own, such as the month of a calendar. */
  readonly at: string | undefined;
  /** How wide columns are and how many stand still, where that is not left to the browser. */
  readonly look: string | undefined;
  /** The part of the filter that nobody gave here: of the company in which the user works. */
  readonly scope?: { readonly filter: string; readonly name: string };
  /** The saved view that this began with. */
  readonly saved: string | undefined;
}

export interface ViewProps {
  readonly entity: Entity;
  readonly screen: Screen;
  readonly asked: Asked;
  /** Puts what changed into the address. */
  readonly onAsk: (changes: Partial<Asked>) => void;
  /** The address of a record. */
  readonly addressOf: (id: string) => string;
  readonly onOpen: (id: string) => void;
  /** Shows the list of those that meet a further condition. */
  readonly onList: (filter: string) => void;
  /** Opens an empty form, filled so far. */
  readonly onCreate: (values?: Readonly<Record<string, unknown>>) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

export interface ViewModule {
  readonly View: ComponentType<ViewProps>;
}
