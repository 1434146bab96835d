import type { ReactNode } from "react";

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What stands on the button. */
  readonly sign: ReactNode;
  readonly on?: boolean;
  readonly run: () => void;
}

/** Marks that can be given to what is selected. */
export function Toolbar({ label, tools }: { readonly label: string; readonly tools: readonly Tool[] }) {
  return (
    <div className="rich-tools" role="toolbar" aria-label={label}>
      {tools.map(({ name, title, sign, on, run }) => (
        <button key={name} type="button" className="plain rich-tool" aria-label={title} title={title} {...(on !== undefined && { "aria-pressed": on })} onMouseDown={(event) => event.preventDefault()} onClick={run}>
          {sign}
        </button>
      ))}
    </div>
  );
}
