import { TextArea } from "@ui5/webcomponents-react/TextArea";
import { useEffect, useLayoutEffect, useRef } from "react";
import type { EditProps } from "./widget.ts";

type AreaElement = HTMLElement & { value: string; getFocusDomRefAsync?: () => Promise<HTMLElement | undefined> };

interface Props extends EditProps {
  readonly rows?: number;
  readonly className?: string;
}

/** A text of many lines, as high as what is in it. */
export function AreaEdit({ id, field, value, readOnly, required, fault, inCell, typed, rows = 3, className, onChange }: Props) {
  const text = value === null ? "" : typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
  const element = useRef<AreaElement>(null);
  useLayoutEffect(() => {
    if (element.current && element.current.value !== text) element.current.value = text;
  });
  useLayoutEffect(() => {
    if (!inCell) return;
    element.current?.focus();
    // One goes on behind what is there.
    void element.current?.getFocusDomRefAsync?.().then((area) => area instanceof HTMLTextAreaElement && area.setSelectionRange(area.value.length, area.value.length));
  }, [inCell]);
  const begin = useRef(() => typed !== undefined && onChange(typed));
  useEffect(() => void begin.current(), []);
  return (
    <TextArea
      ref={element as never}
      id={id}
      value={text}
      accessibleName={field.title}
      rows={inCell ? 2 : rows}
      growing={!inCell}
      growingMaxRows={24}
      readonly={readOnly}
      required={required}
      valueState={fault ? "Negative" : "None"}
      {...(className && { className })}
      {...(field.help && { accessibleDescription: field.help })}
      {...(fault && { valueStateMessage: <span>{fault}</span> })}
      {...(field.placeholder && { placeholder: field.placeholder })}
      onInput={(event) => onChange((event.target as unknown as AreaElement).value || null)}
    />
  );
}
