import { useState } from "react";
import type { Json } from "../../../contract/record.ts";
import { AreaEdit } from "../AreaEdit.tsx";
import type { EditProps } from "../widget.ts";

/** What is no JSON yet stays as it was typed, and is refused when it is saved. */
export function Edit(props: EditProps) {
  const [typed, setTyped] = useState<Json>(props.value);
  const change = (text: Json) => {
    setTyped(text);
    props.onChange(typeof text === "string" ? parsed(text) : text);
  };
  return <AreaEdit {...props} value={typed} rows={6} className="code-area" onChange={change} />;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (unreadable) {
    if (unreadable instanceof SyntaxError) return text;
    throw unreadable;
  }
}
