import { Popover as Ui5Popover } from "@ui5/webcomponents-react/Popover";
import type { KeyboardEvent, ReactNode } from "react";

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
      <div onKeyDown={moveInMenu}>{children}</div>
    </Ui5Popover>
  );
}

const ENTRIES = ":is(button, a).menu-entry:not([aria-disabled='true'])";

/** From entry to entry of a menu by the arrow keys; what is around it does not hear of them. */
function moveInMenu(event: KeyboardEvent<HTMLElement>): void {
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>(ENTRIES)];
  const at = entries.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  entries[(to + entries.length) % entries.length]?.focus();
}
