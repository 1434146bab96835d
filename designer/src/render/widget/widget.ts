import type { ComponentType, ReactNode } from "react";
import type { Entry, Json } from "../../contract/record.ts";
import type { Field } from "../../contract/screen.ts";
import type { Formats } from "../format/formats.ts";
import type { Words } from "../text/text.ts";

/** What a value stands among when it is shown. */
export interface Around {
  readonly record: Entry;
  readonly formats: Formats;
  readonly t: Words;
}

/** Shows a value that is not null, in a cell or in a form that cannot be changed. Quick: lists show thousands. */
export type Show = (value: NonNullable<Json>, field: Field, around: Around) => ReactNode;

export interface EditProps {
  readonly id: string;
  /** The full name of the entity whose field it is. */
  readonly entity: string;
  readonly name: string;
  readonly field: Field;
  readonly value: Json;
  readonly record: Entry;
  readonly readOnly: boolean;
  readonly required: boolean;
  readonly fault: string | undefined;
  /** What is wrong inside, by the path from here: `[0].reader`. */
  readonly faults?: Readonly<Record<string, string>>;
  /** Links only find what is there, as in a filter. */
  readonly onlyFinds?: boolean;
  /** In a cell of a grid: takes the focus, and no more room than there is. */
  readonly inCell?: boolean;
  /** The key that opened the editor of a cell: it takes the place of the value. */
  readonly typed?: string;
  readonly onChange: (value: Json) => void;
  /** Told what is wrong when the editor is left with a text that is no value; until the next change the value is what it was. */
  readonly onUnread?: (words: string) => void;
  /** What a grid does after it; forms give none. */
  readonly onDone?: () => void;
}

export interface ShowModule {
  readonly show: Show;
  /** Numbers stand at the end of their cells. */
  readonly alignEnd?: boolean;
}

export interface EditModule {
  readonly Edit: ComponentType<EditProps>;
  /** Takes the whole width of a form, such as lines and long texts. */
  readonly wide?: boolean;
}
