import { CheckBox } from "@ui5/webcomponents-react/CheckBox";
import { useLayoutEffect, useRef } from "react";

interface Props {
  readonly id?: string;
  readonly checked: boolean;
  readonly text?: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly onChange: (checked: boolean) => void;
}

type BoxElement = HTMLElement & { checked: boolean };

export function Checkbox({ id, checked, text, label, disabled = false, readOnly = false, onChange }: Props) {
  const element = useRef<BoxElement>(null);
  useLayoutEffect(() => {
    if (element.current) element.current.checked = checked;
  });
  return (
    <CheckBox
      ref={element as never}
      {...(id && { id })}
      {...(text && { text })}
      {...(label && { accessibleName: label })}
      checked={checked}
      disabled={disabled}
      readonly={readOnly}
      onChange={(event) => onChange((event.target as unknown as BoxElement).checked)}
    />
  );
}
