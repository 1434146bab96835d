import type { Rule, Tree } from "./tree.ts";

/** What the engine tells of a screen. */
export interface Option {
  readonly key: string;
  readonly title: string;
  readonly color?: string;
  readonly icon?: string;
}

/** Where a link leads. */
export interface Target {
  readonly entity: string;
  readonly title?: string;
  /** The field that names a record to people; absent where the caller may not know the entity. */
  readonly label?: string;
  readonly icon?: string;
}

export interface Field {
  readonly title: string;
  readonly type: string;
  readonly widget: string;
  readonly required: Rule;
  readonly readOnly: Rule;
  readonly visible?: Rule;
  readonly formula?: Tree;
  readonly default?: Tree;
  readonly help?: string;
  readonly placeholder?: string;
  readonly options?: readonly Option[];
  readonly to?: Target;
  /** The columns of lines. */
  readonly fields?: Fields;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly digits?: number;
  readonly pattern?: string;
  readonly width?: number;
  readonly currency?: string;
  readonly unit?: string;
  readonly language?: string;
  readonly accept?: string | readonly string[];
  readonly maxSize?: number;
  /** The kind of barcode. */
  readonly format?: string;
  /** How many lines are shown of a text. */
  readonly rows?: number;
  /** The entities to which a link to any may lead; absent where all may. */
  readonly targets?: readonly string[];
  readonly copy?: { readonly from: string; readonly when?: "empty" | "always" };
  /** Which records a link offers; `record` is the one that links. */
  readonly filter?: string;
  readonly unique?: boolean;
  readonly setOnce?: boolean;
  readonly translated?: boolean;
  readonly system?: boolean;
  readonly sensitivity?: string;
}

export type Fields = Readonly<Record<string, Field>>;

/** A field where a view places it, with what the place says otherwise. */
export interface Placed {
  readonly field: string;
  readonly title?: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly visible?: Rule;
  readonly readOnly?: Rule;
  readonly required?: Rule;
  readonly width?: number;
  readonly widget?: string;
  readonly color?: string;
  readonly total?: "sum" | "avg" | "min" | "max" | "count";
}

export interface Section {
  readonly name: string;
  readonly title?: string;
  readonly visible?: Rule;
  readonly columns: readonly (readonly Placed[])[];
}

export interface Tab {
  readonly name: string;
  readonly title: string;
  readonly visible?: Rule;
  readonly sections: readonly Section[];
}

export interface Action {
  readonly name: string;
  readonly title: string;
  readonly icon?: string;
  readonly visible?: Rule;
  readonly confirm?: string;
  readonly transition?: string;
  readonly action?: string;
  readonly print?: string;
  readonly view?: string;
  readonly url?: string;
}

/** On which records the caller may do something. */
export type May = "all" | "some" | "none";

export interface Features {
  readonly audit: boolean;
  readonly softDelete: boolean;
  readonly comments: boolean;
  readonly attachments: boolean;
  readonly tree: boolean;
  readonly company: boolean;
  readonly search: boolean;
}

/** What is true of an entity whatever view shows it. */
interface Heading {
  readonly entity: string;
  readonly singular: string;
  readonly plural: string;
  readonly icon?: string;
  readonly label: string;
  readonly locale: string;
  readonly features: Features;
  readonly fields: Fields;
  readonly may: Readonly<Record<string, May>>;
}

export interface View {
  readonly name: string;
  readonly kind: string;
  readonly title?: string;
}

/** All fields and views of an entity. */
export interface Entity extends Heading {
  readonly key: readonly string[];
  readonly views: readonly View[];
}

export interface NamedFilter {
  readonly name: string;
  readonly title: string;
  readonly filter: string;
  readonly default: boolean;
}

/** One view: a form has tabs, the others have columns. */
export interface Screen extends Heading {
  readonly view: string;
  readonly kind: string;
  readonly title: string;
  readonly tabs?: readonly Tab[];
  readonly columns?: readonly Placed[];
  readonly uses?: Readonly<Record<string, readonly string[]>>;
  readonly sort?: readonly string[];
  readonly filters?: readonly NamedFilter[];
  readonly colors?: readonly { readonly when: Tree; readonly color: string }[];
  readonly actions: readonly Action[];
}

export interface MenuItem {
  readonly name: string;
  readonly title: string;
  readonly icon?: string;
  readonly entity?: string;
  readonly view?: string;
  readonly filter?: string;
  readonly dashboard?: string;
  readonly report?: string;
  readonly page?: string;
  readonly items?: readonly MenuItem[];
}

export interface Menu {
  readonly name: string;
  readonly pack: string;
  readonly title: string;
  readonly items: readonly MenuItem[];
}
