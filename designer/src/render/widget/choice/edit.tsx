import { Choice } from "../../control/Choice.tsx";
import { TextInput } from "../../control/TextInput.tsx";
import type { EditProps } from "../widget.ts";

export function Edit({ id, field, value, readOnly, required, fault, onChange, onDone }: EditProps) {
  const options = (field.options ?? []).map(({ key, title }) => ({ key, title }));
  const current = value === null ? "" : String(value);
  if (readOnly) return <TextInput id={id} value={options.find(({ key }) => key === current)?.title ?? current} label={field.title} readOnly />;
  const shown = required && current !== "" ? options : [{ key: "", title: "" }, ...options];
  const change = (key: string) => {
    onChange(key === "" ? null : key);
    onDone?.();
  };
  return <Choice id={id} label={field.title} value={current} options={shown} required={required} fault={fault} description={field.help} onChange={change} />;
}
