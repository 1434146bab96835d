import type { Show } from "../widget.ts";

/** Only addresses of the web are followed: a value is never trusted to be one. */
export const show: Show = (value) => {
  const text = String(value);
  if (!/^https?:\/\//i.test(text)) return <span className="ellipsis">{text}</span>;
  return (
    <a href={text} target="_blank" rel="noopener noreferrer" className="ellipsis" onClick={(event) => event.stopPropagation()}>
      {text.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "")}
    </a>
  );
};
