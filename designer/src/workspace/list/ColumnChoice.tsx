import "@ui5/webcomponents-icons/dist/slim-arrow-up.js";
import "@ui5/webcomponents-icons/dist/slim-arrow-down.js";
import { useState } from "react";
import { Button } from "../../render/control/Button.tsx";
import { TextInput } from "../../render/control/TextInput.tsx";
import { followed, onward, useReach } from "../../render/condition/reach.ts";
import { useWords } from "../../render/text/text.ts";
import { matches } from "../shell/places.ts";
import type { ToolProps } from "./Toolbar.tsx";

/** Which columns show, and in which order. */
export default function ColumnChoice({ entity, screen, asked, onAsk }: ToolProps) {
  const t = useWords();
  const [words, setWords] = useState("");
  const usual = (screen.columns ?? []).map(({ field }) => field);
  const names = asked.columns ?? usual;
  const [opened, setOpened] = useState<readonly string[]>([]);
  const fields = useReach(entity.entity, entity.fields, [...followed(names.join()), ...opened]);
  const titleOf = (name: string) => (screen.fields[name] ?? fields[name])?.title ?? name;
  const others = Object.keys(fields).filter((name) => !names.includes(name) && !["password", "secret"].includes(fields[name]?.type ?? ""));
  const found = (name: string) => words === "" || matches(titleOf(name), words);
  const closed = onward(fields).filter((path) => found(path) && !opened.includes(path) && !Object.keys(fields).some((name) => name.startsWith(`${path}.`)));
  const set = (columns: readonly string[]) => onAsk({ columns: columns.join() === usual.join() ? undefined : columns });
  const move = (index: number, by: number) => {
    const next = [...names];
    const [moved] = next.splice(index, 1);
    if (moved !== undefined) next.splice(index + by, 0, moved);
    set(next);
  };
  return (
    <div className="panel columns-panel">
      <TextInput value={words} onInput={setWords} label={t("list.columnsFind")} placeholder={t("list.columnsFind")} clearable />
      <div className="columns-list">
        {names.map(
          (name, index) =>
            found(name) && (
              <div key={name} className="row">
                <Box title={titleOf(name)} checked onChange={() => names.length > 1 && set(names.filter((each) => each !== name))} />
                <Button design="Transparent" icon="slim-arrow-up" label={`${titleOf(name)} ↑`} disabled={index === 0} onPress={() => move(index, -1)} />
                <Button design="Transparent" icon="slim-arrow-down" label={`${titleOf(name)} ↓`} disabled={index === names.length - 1} onPress={() => move(index, 1)} />
              </div>
            ),
        )}
        <div className="menu-line" />
        {others.filter(found).map((name) => (
          <Box key={name} title={titleOf(name)} checked={false} onChange={() => set([...names, name])} />
        ))}
        {closed.length > 0 && <div className="menu-line" />}
        {closed.map((path) => (
          <button key={path} type="button" className="plain menu-entry" onClick={() => setOpened([...opened, path])}>
            {t("list.columnsBehind", { title: titleOf(path) })}
          </button>
        ))}
      </div>
      <div className="row">
        <Button onPress={() => onAsk({ columns: undefined })}>{t("action.reset")}</Button>
      </div>
    </div>
  );
}

/** A plain box: an entity may have hundreds of fields. */
function Box({ title, checked, onChange }: { readonly title: string; readonly checked: boolean; readonly onChange: () => void }) {
  return (
    <label className="columns-box grow">
      <input type="checkbox" checked={checked} onChange={onChange} />
      <span className="ellipsis">{title}</span>
    </label>
  );
}
