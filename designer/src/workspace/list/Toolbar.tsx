import { useEffect, useState } from "react";
import type { Entity, Screen } from "../../contract/screen.ts";
import { TextInput } from "../../render/control/TextInput.tsx";
import { useWords } from "../../render/text/text.ts";
import type { Scope } from "../company/scope.ts";
import { ScopeChip } from "../company/ScopeChip.tsx";
import type { AskedList } from "./asked.ts";
import { countWords, useCount } from "./count.ts";
import { ColumnsPanel } from "./ColumnsPanel.tsx";
import { FilterPanel } from "./FilterPanel.tsx";
import { GroupPanel } from "./GroupPanel.tsx";
import { SortPanel } from "./SortPanel.tsx";
import { ViewsPanel } from "./ViewsPanel.tsx";

export interface ToolProps {
  readonly entity: Entity;
  readonly screen: Screen;
  readonly asked: AskedList;
  readonly onAsk: (changes: Partial<AskedList>) => void;
}

const PAUSE = 250;

/** What narrows, orders and arranges a list. */
export function Toolbar({ scope, onEvery, ...props }: ToolProps & { readonly scope: Scope | undefined; readonly onEvery: () => void }) {
  const { entity, screen, asked, onAsk } = props;
  const t = useWords();
  const isList = screen.kind === "list";
  const toggle = (name: string) => onAsk({ on: asked.on.includes(name) ? asked.on.filter((each) => each !== name) : [...asked.on, name] });
  return (
    <div className="toolbar" role="toolbar" aria-label={t("list.filters")}>
      {entity.features.search && <QuickSearch key={asked.q ?? ""} title={screen.title} value={asked.q ?? ""} onSearch={(q) => onAsk({ q: q || undefined })} />}
      <div className="pills">
        {(screen.filters ?? []).map(({ name, title }) => (
          <button key={name} type="button" className="plain pill" aria-pressed={asked.on.includes(name)} onClick={() => toggle(name)}>
            {title}
          </button>
        ))}
      </div>
      <ScopeChip scope={scope} onEvery={onEvery} />
      <FilterPanel {...props} />
      {isList && <SortPanel {...props} />}
      {isList && <GroupPanel {...props} />}
      {isList && <ColumnsPanel {...props} />}
      <ViewsPanel {...props} />
      <span className="grow" />
      <Count {...props} />
    </div>
  );
}

function QuickSearch({ title, value, onSearch }: { readonly title: string; readonly value: string; readonly onSearch: (words: string) => void }) {
  const t = useWords();
  const [words, setWords] = useState(value);
  useEffect(() => {
    if (words === value) return;
    const timer = setTimeout(() => onSearch(words), PAUSE);
    return () => clearTimeout(timer);
  }, [words, value, onSearch]);
  return <TextInput id="list-search" className="list-search" kind="Search" value={words} placeholder={t("list.search", { title })} label={t("list.search", { title })} clearable onInput={setWords} autoFocus={value !== ""} />;
}

function Count({ entity, asked }: ToolProps) {
  const t = useWords();
  const counted = useCount(entity.entity, asked.view);
  return counted && <span className="muted list-count">{countWords(counted, t)}</span>;
}
