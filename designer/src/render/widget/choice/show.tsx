import { Tag } from "../../record/Tag.tsx";
import type { Show } from "../widget.ts";

export const show: Show = (value, { options = [] }) => {
  const index = options.findIndex(({ key }) => key === String(value));
  const option = options[index];
  return <Tag color={option?.color} index={index} title={option?.title ?? String(value)} icon={option?.icon} />;
};
