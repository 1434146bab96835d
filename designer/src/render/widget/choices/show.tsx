import { Tag } from "../../record/Tag.tsx";
import { titleOf } from "../../text/named.ts";
import type { Show } from "../widget.ts";

export const show: Show = (value, { options = [] }) => (
  <span className="tags">
    {(Array.isArray(value) ? value : []).map((each) => {
      const index = options.findIndex(({ key }) => key === String(each));
      return <Tag key={String(each)} color={options[index]?.color} index={index} title={options[index]?.title ?? titleOf(String(each))} />;
    })}
  </span>
);
