import { Dialog as Ui5Dialog } from "@ui5/webcomponents-react/Dialog";
import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly initialFocus?: string;
}

/** What must be answered or closed before anything else. It is there as long as it is rendered. */
export function Dialog({ title, children, footer, onClose, wide = false, initialFocus }: Props) {
  return (
    <Ui5Dialog
      open
      headerText={title}
      className={wide ? "dialog dialog-wide" : "dialog"}
      resizable={wide}
      draggable
      {...(initialFocus && { initialFocus })}
      onClose={(event) => event.target === event.currentTarget && onClose()}
      {...(footer !== undefined && { footer: <div className="dialog-foot">{footer}</div> })}
    >
      {children}
    </Ui5Dialog>
  );
}
