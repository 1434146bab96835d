import { lazy, Suspense, useState } from "react";
import type { Entity } from "../../contract/screen.ts";
import { Button } from "../../render/control/Button.tsx";
import { Popover } from "../../render/control/Popover.tsx";
import { canCompare, conditionsOf, expressionOf, type Item } from "../../render/condition/condition.ts";
import { ItemText } from "../../render/condition/ConditionText.tsx";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";
import type { AskedList } from "./asked.ts";

const ConditionBuilder = lazy(() => import("../../render/condition/ConditionBuilder.tsx"));

type Filtered = Pick<AskedList, "filter" | "on">;

interface Props {
  readonly entity: Entity;
  readonly asked: Filtered;
  readonly onAsk: (changes: Partial<Filtered>) => void;
}

/** The user's own conditions: as chips, and in a builder. */
export function FilterPanel({ entity, asked, onAsk }: Props) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const conditions = conditionsOf(asked.filter, entity.fields);
  const fields = Object.fromEntries(Object.entries(entity.fields).filter(([, field]) => canCompare(field)));
  const set = (items: readonly Item[]) => onAsk({ filter: expressionOf({ ...conditions, items }, entity.fields) || undefined, on: asked.on });
  return (
    <>
      {conditions.items.map((item, index) => (
        <span key={index} className="chip">
          {index > 0 && conditions.connective === "any" && <span className="muted">{t("condition.or")}</span>}
          <span id={`chip-${index}`} className="chip-words">
            <ItemText item={item} fields={entity.fields} />
          </span>
          <button id={`chip-${index}-remove`} type="button" className="plain" aria-label={t("action.remove")} aria-labelledby={`chip-${index}-remove chip-${index}`} onClick={() => set(conditions.items.filter((_, at) => at !== index))}>
            <Glyph name="decline" size={12} />
          </button>
        </span>
      ))}
      <Button id="list-filter" design="Transparent" icon="filter" popup="dialog" onPress={() => setOpen(!open)}>
        {t("list.filter")}
      </Button>
      <Popover opener="list-filter" open={open} label={t("list.filter")} onClose={() => setOpen(false)} className="filter-popover">
        <Suspense>
          <ConditionBuilder
            fields={fields}
            entity={entity.entity}
            conditions={conditions}
            onApply={(expression) => {
              onAsk({ filter: expression || undefined, on: asked.on });
              setOpen(false);
            }}
          />
        </Suspense>
      </Popover>
    </>
  );
}
