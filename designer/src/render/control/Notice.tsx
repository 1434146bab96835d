import { MessageStrip } from "@ui5/webcomponents-react/MessageStrip";
import type { ReactNode } from "react";

interface Props {
  readonly tone: "Positive" | "Negative" | "Critical" | "Information";
  readonly children: ReactNode;
  readonly onClose?: () => void;
}

/** A sentence above what it speaks of. Its words alone are told of: the component around them has a name, which would be said with them, and they with it again. */
export function Notice({ tone, children, onClose }: Props) {
  return (
    <MessageStrip design={tone} hideCloseButton={!onClose} {...(onClose && { onClose })}>
      <span role={tone === "Negative" || tone === "Critical" ? "alert" : "status"}>{children}</span>
    </MessageStrip>
  );
}
