import { Dialog as Ui5Dialog } from "@ui5/webcomponents-react/Dialog";
import { type ReactNode, useEffect, useRef } from "react";

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
  const inside = useRef<HTMLDivElement>(null);
  useEffect(keepFocus, []);
  useEffect(() => holdFocus(inside.current), []);
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
      <div ref={inside} className="dialog-inside">
        {children}
      </div>
    </Ui5Dialog>
  );
}

/** A click beside a dialog leaves the keys in it; without this, Tab would go on among what lies behind. */
function keepFocus(): () => void {
  const keep = (event: MouseEvent) => {
    if (!event.composedPath().some((node) => node instanceof HTMLElement && node.classList.contains("ui5-popup-root"))) event.preventDefault();
  };
  window.addEventListener("mousedown", keep, true);
  return () => window.removeEventListener("mousedown", keep, true);
}

const FOCUSABLE = ":is(ui5-input, ui5-textarea, ui5-select, ui5-button, button, input, textarea, a[href]):not([disabled])";
const FRAMES = 60;

/**
 * The component gives the focus to its content while there is nothing else in it yet, and lets it fall when there is.
 * Then it goes to the first thing that takes it.
 */
function holdFocus(inside: HTMLElement | null): () => void {
  let frames = FRAMES;
  let next = requestAnimationFrame(function look() {
    if (document.activeElement === document.body) (inside?.querySelector<HTMLElement>(FOCUSABLE) ?? inside?.parentElement?.querySelector<HTMLElement>(FOCUSABLE))?.focus();
    if (frames-- > 0) next = requestAnimationFrame(look);
  });
  return () => cancelAnimationFrame(next);
}
