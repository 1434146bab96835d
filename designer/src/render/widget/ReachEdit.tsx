import { Glyph } from "../icon/Glyph.tsx";
import { useWords } from "../text/text.ts";
import { LineEdit } from "./LineEdit.tsx";
import type { EditProps } from "./widget.ts";

interface Props extends EditProps {
  readonly kind: "Email" | "Tel" | "URL";
  readonly icon: string;
  /** Where a value leads; undefined for one that leads nowhere. */
  readonly hrefOf: (value: string) => string | undefined;
}

const LABELS = { Email: "reach.mail", Tel: "reach.call", URL: "link.open" } as const;

/** An address on one line, and beside it the way to it. */
export function ReachEdit({ icon, hrefOf, ...props }: Props) {
  const t = useWords();
  const { kind, value, inCell = false } = props;
  const label = value === null ? "" : String(value);
  const href = label === "" ? undefined : hrefOf(label);
  if (inCell) return <LineEdit {...props} />;
  return (
    <div className="row reach">
      <LineEdit {...props} />
      {href !== undefined && (
        <a className="field-button" href={href} {...(kind === "URL" && { target: "_blank", rel: "noopener noreferrer" })} title={t(LABELS[kind], { label })}>
          <Glyph name={icon} size={14} />
        </a>
      )}
    </div>
  );
}
