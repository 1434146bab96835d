import { isEntry } from "../../../contract/record.ts";
import { Tag } from "../../record/Tag.tsx";
import type { Show } from "../widget.ts";

export const show: Show = (value, { to }) => (
  <span className="tags">
    {(Array.isArray(value) ? value : []).filter(isEntry).map((each) => (
      <Tag key={String(each["id"])} color={typeof each["color"] === "string" ? each["color"] : "neutral"} index={0} title={String(each[to?.label ?? "id"] ?? "")} />
    ))}
  </span>
);
