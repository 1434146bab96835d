import { Tag } from "../../record/Tag.tsx";
import { titleOf } from "../../text/named.ts";
import type { Show } from "../widget.ts";

export const show: Show = (value, { options = [] }) => {
  const index = options.findIndex(({ key }) => key === String(value));
  const option = options[index];
  return <Tag color={option?.color} index={index} title={option?.title ?? titleOf(String(value))} icon={option?.icon} />;
};
