import { MessageStrip } from "@ui5/webcomponents-react/MessageStrip";
import type { ReactNode } from "react";

interface Props {
  readonly tone: "Positive" | "Negative" | "Critical" | "Information";
  readonly children: ReactNode;
  readonly onClose?: () => void;
}

/** A sentence above what it speaks of. */
export function Notice({ tone, children, onClose }: Props) {
  return (
    <div role={tone === "Negative" ? "alert" : "status"}>
      <MessageStrip design={tone} hideCloseButton={!onClose} {...(onClose && { onClose })}>
        {children}
      </MessageStrip>
    </div>
  );
}
