import { Choice } from "../../control/Choice.tsx";
import { SearchChoice } from "../../control/SearchChoice.tsx";
import { TextInput } from "../../control/TextInput.tsx";
import { useWords } from "../../text/text.ts";
import type { EditProps } from "../widget.ts";

/** More than one can look through: they are searched. */
const FEW = 30;

export function Edit({ id, field, value, readOnly, required, fault, inCell, typed, onChange, onDone }: EditProps) {
  const t = useWords();
  const options = (field.options ?? []).map(({ key, title }) => ({ key, title }));
  const current = value === null ? "" : String(value);
  if (readOnly) return <TextInput id={id} value={options.find(({ key }) => key === current)?.title ?? current} label={field.title} readOnly />;
  const shown = required && current !== "" ? options : [{ key: "", title: "" }, ...options];
  const change = (key: string) => {
    onChange(key === "" ? null : key);
    onDone?.();
  };
  if (shown.length > FEW) return <SearchChoice id={id} label={field.title} value={current} options={shown} required={required} fault={fault} inCell={inCell ?? false} typed={typed} none={t("link.none")} onChange={change} />;
  return <Choice id={id} label={field.title} value={current} options={shown} required={required} fault={fault} description={field.help} onChange={change} />;
}
