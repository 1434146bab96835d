import type { Show } from "../widget.ts";

/** Its words alone: what marks would do is not for a list. */
export const show: Show = (value) => {
  const text = new DOMParser().parseFromString(String(value), "text/html").body.textContent ?? "";
  return <span className="ellipsis">{text.replace(/\s+/g, " ").slice(0, 200)}</span>;
};
