import { type ReactNode, useEffect, useRef } from "react";
import { announce } from "../control/announce.ts";

interface Props {
  readonly title: string;
  /** The id of its label. */
  readonly labelled: string;
  /** Whether a change of it is said: where it follows from what somebody types, not where another record came. */
  readonly isSaid: boolean;
  readonly children: ReactNode;
}

/** Whoever types has come to an end by then. */
const PAUSE_MILLISECONDS = 800;

/** A value that is only shown. Live regions say values without their names, and all of them as a form opens. */
export function Computed({ title, labelled, isSaid, children }: Props) {
  const output = useRef<HTMLOutputElement>(null);
  const told = useRef<string | null>(null);
  useEffect(() => {
    const now = output.current?.textContent ?? "";
    if (!isSaid || told.current === null) told.current = now;
    if (told.current === now) return undefined;
    const timer = setTimeout(() => {
      told.current = now;
      announce(`${title}: ${now}`);
    }, PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  });
  return (
    <output ref={output} className="form-value" aria-labelledby={labelled} aria-live="off">
      {children}
    </output>
  );
}
