import { Glyph } from "../icon/Glyph.tsx";

interface Props {
  readonly title: string;
  readonly color: string | undefined;
  /** Its place among the options: those without a colour of their own differ by it. */
  readonly index: number;
  readonly icon?: string | undefined;
}

const MEANINGS = ["positive", "negative", "warning", "information", "neutral"];
const PALETTE = 10;

/** A short word on a pale ground. */
export function Tag({ title, color, index, icon }: Props) {
  const known = color && MEANINGS.includes(color) ? color : undefined;
  const own = color?.startsWith("#") ? ({ "--tag": color } as React.CSSProperties) : undefined;
  const name = known ?? (own ? "own" : `p${Math.max(index, 0) % PALETTE}`);
  return (
    <span className={`tag tag-${name}`} style={own}>
      {icon && <Glyph name={icon} size={12} />}
      <span className="ellipsis">{title}</span>
    </span>
  );
}
