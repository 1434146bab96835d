import { Button as Ui5Button } from "@ui5/webcomponents-react/Button";
import type { ComponentProps, ReactNode } from "react";

type Design = ComponentProps<typeof Ui5Button>["design"];

interface Props {
  readonly children?: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly design?: Design;
  readonly icon?: string;
  readonly disabled?: boolean;
  /** What it does, where it shows an icon only or its words say too little. */
  readonly label?: string;
  readonly submits?: boolean;
  readonly id?: string;
  readonly pressed?: boolean;
  readonly popup?: "menu" | "dialog" | "listbox";
  readonly className?: string;
}

/** Where it shows an icon only, its tooltip is its name: given as both it would be said twice. */
export function Button({ children, onPress, design = "Default", icon, disabled = false, label, submits = false, id, pressed, popup, className }: Props) {
  return (
    <Ui5Button
      design={design}
      disabled={disabled}
      type={submits ? "Submit" : "Button"}
      {...(id && { id })}
      {...(icon && { icon })}
      {...(className && { className })}
      {...(label && { ...(children !== undefined && { accessibleName: label }), tooltip: label })}
      {...((popup || pressed !== undefined) && { accessibilityAttributes: { ...(popup && { hasPopup: popup }), ...(pressed !== undefined && { expanded: pressed }) } })}
      {...(onPress && { onClick: onPress })}
    >
      {children}
    </Ui5Button>
  );
}
