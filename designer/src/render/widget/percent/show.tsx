import type { Show } from "../widget.ts";

export const alignEnd = true;
export const show: Show = (value, { max }, { formats }) => {
  const share = Math.min(Math.max(Number(value) / Number(max ?? 100), 0), 1);
  return (
    <span className="progress">
      <span className="progress-track" aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <bdi dir="ltr" className="number">
        {formats.percent(String(value))}
      </bdi>
    </span>
  );
};
