import type { Show } from "../widget.ts";

const USUAL = 5;

export const show: Show = (value, { max }, { t }) => {
  const most = Number(max ?? USUAL);
  return (
    <span className="stars" role="img" aria-label={t("rating.value", { count: Number(value) })}>
      {"★".repeat(Math.min(Number(value), most))}
      <span className="muted">{"☆".repeat(Math.max(most - Number(value), 0))}</span>
    </span>
  );
};
