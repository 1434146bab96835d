import type { Show } from "../widget.ts";

export const show: Show = (value) => {
  const text = String(value);
  return text.startsWith("data:image/") ? <img className="cell-image" src={text} alt="" /> : <span className="ellipsis">✓</span>;
};
