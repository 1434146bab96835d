import { Popover as Ui5Popover } from "@ui5/webcomponents-react/Popover";
import type { ReactNode } from "react";

interface Props {
  /** The id of what it belongs to. */
  readonly opener: string;
  readonly open: boolean;
  readonly label: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly placement?: "Bottom" | "End" | "Start" | "Top";
  readonly className?: string;
}

export function Popover({ opener, open, label, children, onClose, placement = "Bottom", className }: Props) {
  if (!open) return null;
  return (
    <Ui5Popover
      open
      opener={opener}
      hideArrow
      placement={placement}
      horizontalAlign="Start"
      accessibleName={label}
      className={`popover ${className ?? ""}`}
      onClose={(event) => event.target === event.currentTarget && onClose()}
    >
      {children}
    </Ui5Popover>
  );
}
