import { useEffect, useRef, useState } from "react";
import type { Json } from "../../../contract/record.ts";
import { CodeEdit } from "../../code/CodeEdit.tsx";
import type { EditProps } from "../widget.ts";

const written = (value: Json) => (value === null ? "" : typeof value === "string" ? value : JSON.stringify(value, null, 2));

/** What is no JSON yet stays as it was typed, and is refused when it is saved. */
export function Edit({ value, field, onChange, ...props }: EditProps) {
  const [text, setText] = useState(() => written(value));
  const sent = useRef(value);
  useEffect(() => {
    if (sent.current !== value) setText(written(value));
    sent.current = value;
  }, [value]);
  const change = (typed: string) => {
    setText(typed);
    sent.current = typed.trim() === "" ? null : parsed(typed);
    onChange(sent.current);
  };
  return <CodeEdit {...props} field={field} text={text} language="json" onText={change} />;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (unreadable) {
    if (unreadable instanceof SyntaxError) return text;
    throw unreadable;
  }
}
