import "./code.css";
import { Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";
import type { EditProps } from "../widget/widget.ts";
import { beginningOf } from "./beginning.ts";
import { languageOf } from "./languages.ts";

interface Props extends Pick<EditProps, "id" | "field" | "readOnly" | "required" | "fault" | "inCell"> {
  readonly text: string;
  readonly language: string | undefined;
  readonly onText: (text: string) => void;
}

/** A source text with colours, line numbers and brackets that find each other. Tab leaves it, as it leaves every field. */
export function CodeEdit({ id, field, text, language, readOnly, required, fault, inCell, onText }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const told = useRef(onText);
  told.current = onText;
  const begun = useRef(text);
  useEffect(() => {
    const speaks = new Compartment();
    const labels = EditorView.contentAttributes.of({ "aria-label": field.title, "aria-multiline": "true", "aria-required": String(required), "aria-readonly": String(readOnly), id });
    const made = new EditorView({
      ...(place.current && { parent: place.current }),
      state: EditorState.create({
        doc: begun.current,
        extensions: [beginningOf(), labels, speaks.of([]), EditorState.readOnly.of(readOnly), EditorView.editable.of(!readOnly), EditorView.updateListener.of((update) => update.docChanged && !update.transactions.some((one) => one.annotation(Transaction.remote)) && told.current(update.state.doc.toString()))],
      }),
    });
    view.current = made;
    let there = true;
    void languageOf(language).then((found) => there && found && made.dispatch({ effects: speaks.reconfigure(found) }));
    if (inCell) made.focus();
    return () => {
      there = false;
      begun.current = made.state.doc.toString();
      made.destroy();
      view.current = null;
    };
  }, [field.title, id, language, readOnly, required, inCell]);
  useEffect(() => {
    const now = view.current;
    const shown = now?.state.doc.toString();
    // What the form sets nobody typed: told back as typed, it would undo what was just saved.
    if (now && shown !== text) now.dispatch({ changes: { from: 0, to: shown?.length ?? 0, insert: text }, annotations: Transaction.remote.of(true) });
  }, [text]);
  return <div ref={place} className={`code ${fault ? "field-wrong" : ""} ${readOnly ? "code-read" : ""}`} />;
}
