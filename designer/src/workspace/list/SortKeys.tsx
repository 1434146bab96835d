import { canSort } from "../../render/condition/condition.ts";
import { Button } from "../../render/control/Button.tsx";
import { Choice } from "../../render/control/Choice.tsx";
import { SearchChoice } from "../../render/control/SearchChoice.tsx";
import { useWords } from "../../render/text/text.ts";
import type { ToolProps } from "./Toolbar.tsx";

/** By which columns a list is sorted, the first counting most. */
export default function SortKeys({ entity, asked, onAsk }: ToolProps) {
  const t = useWords();
  const options = Object.entries(entity.fields)
    .filter(([, field]) => canSort(field))
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
    <div className="panel">
      {[...asked.sort, ""].map((key, index) => {
        const name = key.replace(/^-/, "");
        const sign = key.startsWith("-") ? "-" : "";
        return (
          <div key={`${index}${key}`} className="row" role="group" aria-label={t("list.sortKey", { number: index + 1 })}>
            <SearchChoice id={`sort-${index}`} label={t("condition.field")} value={name} options={options} required={false} fault={undefined} inCell={false} typed={undefined} none={t("link.none")} onChange={(field) => replace(index, sign + field)} />
            {name !== "" && <Choice label={t("list.sort")} value={sign} options={directions} onChange={(direction) => replace(index, direction + name)} />}
            {name !== "" && <Button design="Transparent" icon="decline" label={t("action.remove")} onPress={() => replace(index, null)} />}
          </div>
        );
      })}
    </div>
  );
}
