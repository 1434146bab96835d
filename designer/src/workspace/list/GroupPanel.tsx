import { useState } from "react";
import { Button } from "../../render/control/Button.tsx";
import { Popover } from "../../render/control/Popover.tsx";
import { useWords } from "../../render/text/text.ts";
import { periodsFor } from "../../render/view/common/cube.ts";
import { typeOf } from "../../render/widget/registry.ts";
import type { ToolProps } from "./Toolbar.tsx";

const GROUPED = ["choice", "link", "user", "boolean", "date", "text", "integer", "rating"];

/** Different in each record. */
const ITS_OWN = ["id", "external_id"];

/** By what a list is grouped. */
export function GroupPanel({ entity, asked, onAsk }: ToolProps) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const order = (type: string) => GROUPED.indexOf(type);
  const fields = Object.entries(entity.fields)
    .filter(([name, field]) => GROUPED.includes(typeOf(field)) && !field.unique && name !== entity.label && !ITS_OWN.includes(name))
    .sort(([, one], [, other]) => order(typeOf(one)) - order(typeOf(other)))
    .map(([key, { title }]) => ({ key, title }));
  const offered = [...fields, ...periodsFor(entity, t)];
  const current = offered.find(({ key }) => key === asked.group) ?? entity.fields[asked.group ?? ""];
  const choose = (group: string | undefined) => {
    setOpen(false);
    onAsk({ group });
  };
  return (
    <>
      <Button id="list-group" design={current ? "Default" : "Transparent"} icon="group-2" popup="menu" onPress={() => setOpen(!open)}>
        {current ? t("list.groupBy", { field: current.title }) : t("list.group")}
      </Button>
      <Popover opener="list-group" open={open} label={t("list.group")} onClose={() => setOpen(false)}>
        <div className="menu-list" role="menu" aria-label={t("list.group")}>
          <button type="button" role="menuitemradio" aria-checked={!current} className="plain menu-entry" onClick={() => choose(undefined)}>
            {t("list.groupNone")}
          </button>
          {offered.map(({ key, title }) => (
            <button key={key} type="button" role="menuitemradio" aria-checked={asked.group === key} className="plain menu-entry" onClick={() => choose(key)}>
              {title}
            </button>
          ))}
        </div>
      </Popover>
    </>
  );
}
