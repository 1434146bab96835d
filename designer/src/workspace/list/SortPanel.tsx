import { useState } from "react";
import { Button } from "../../render/control/Button.tsx";
import { Choice } from "../../render/control/Choice.tsx";
import { Popover } from "../../render/control/Popover.tsx";
import { useWords } from "../../render/text/text.ts";
import { canCompare } from "../../render/condition/condition.ts";
import type { ToolProps } from "./Toolbar.tsx";

/** The order of a list, by several columns. */
export function SortPanel({ entity, asked, onAsk }: ToolProps) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const options = Object.entries(entity.fields)
    .filter(([, field]) => canCompare(field))
    .map(([key, { title }]) => ({ key, title }));
  const directions = [
    { key: "", title: t("list.sortUp") },
    { key: "-", title: t("list.sortDown") },
  ];
  const replace = (index: number, key: string | null) => {
    const sort = asked.sort.flatMap((each, at) => (at !== index ? [each] : key === null ? [] : [key]));
    onAsk({ sort: index < asked.sort.length || key === null ? sort : [...sort, key] });
  };
  return (
    <>
      <Button id="list-sort" design="Transparent" icon="sort" popup="dialog" onPress={() => setOpen(!open)}>
        {t("list.sort")}
      </Button>
      <Popover opener="list-sort" open={open} label={t("list.sort")} onClose={() => setOpen(false)}>
        <div className="panel">
          {[...asked.sort, ""].map((key, index) => {
            const name = key.replace(/^-/, "");
            const sign = key.startsWith("-") ? "-" : "";
            return (
              <div key={`${index}${key}`} className="row">
                <Choice label={t("condition.field")} value={name} options={name === "" ? [{ key: "", title: "–" }, ...options] : options} onChange={(field) => field !== "" && replace(index, sign + field)} />
                {name !== "" && <Choice label={t("list.sort")} value={sign} options={directions} onChange={(direction) => replace(index, direction + name)} />}
                {name !== "" && <Button design="Transparent" icon="decline" label={t("action.remove")} onPress={() => replace(index, null)} />}
              </div>
            );
          })}
        </div>
      </Popover>
    </>
  );
}
