import { useEffect, useRef, useState } from "react";
import { TextInput } from "../control/TextInput.tsx";
import type { EditProps } from "./widget.ts";

interface Props extends EditProps {
  readonly kind?: "Text" | "Email" | "Tel" | "URL" | "Password";
  /** A value as it is typed. */
  readonly write?: (value: NonNullable<EditProps["value"]>) => string;
  /** What was typed as a value; undefined where it is none. */
  readonly read?: (text: string) => EditProps["value"] | undefined;
  readonly wrong?: string;
  /** What is said of it besides its name; what the field says to help, where nothing else is given. */
  readonly description?: string | undefined;
}

const asText = (value: NonNullable<EditProps["value"]>) => String(value);

/** A value on one line. What was typed stays as it was typed until it is left. */
export function LineEdit({ id, field, value, readOnly, required, fault, inCell, typed: first, onChange, onUnread, kind = "Text", write = asText, read = (text) => text, wrong, description = field.help }: Props) {
  const written = value === null ? "" : write(value);
  const [typed, setTyped] = useState<string | null>(first ?? null);
  const sent = useRef(value);
  useEffect(() => {
    if (sent.current !== value) setTyped(null);
    sent.current = value;
  }, [value]);
  // After the value that was there is known: the one that is typed takes its place.
  const begin = useRef(() => first !== undefined && input(first));
  useEffect(() => void begin.current(), []);
  const parsed = typed === null || typed.trim() === "" ? null : read(typed);
  const input = (text: string) => {
    setTyped(text);
    const next = text.trim() === "" ? null : read(text);
    if (next === undefined) return;
    sent.current = next;
    onChange(next);
  };
  return (
    <TextInput
      id={id}
      kind={kind}
      value={typed ?? written}
      label={field.title}
      readOnly={readOnly}
      required={required}
      fault={fault ?? (parsed === undefined ? wrong : undefined)}
      autoFocus={inCell ?? false}
      replaces={inCell === true && first === undefined}
      description={description}
      {...(field.placeholder && { placeholder: field.placeholder })}
      onInput={input}
      onCommit={() => (parsed === undefined ? onUnread?.(wrong ?? "") : setTyped(null))}
    />
  );
}
