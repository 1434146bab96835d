import { MultiComboBox } from "@ui5/webcomponents-react/MultiComboBox";
import { MultiComboBoxItem } from "@ui5/webcomponents-react/MultiComboBoxItem";
import type { EditProps } from "../widget.ts";

export function Edit({ id, field, value, readOnly, required, fault, onChange }: EditProps) {
  const chosen = (Array.isArray(value) ? value : value === null ? [] : [value]).map(String);
  return (
    <MultiComboBox
      id={id}
      accessibleName={field.title}
      readonly={readOnly}
      required={required}
      valueState={fault ? "Negative" : "None"}
      {...(fault && { valueStateMessage: <span>{fault}</span> })}
      onSelectionChange={({ detail }) => onChange(detail.items.map((item) => item.dataset["key"] ?? ""))}
    >
      {(field.options ?? []).map(({ key, title }) => (
        <MultiComboBoxItem key={key} text={title} data-key={key} selected={chosen.includes(key)} />
      ))}
    </MultiComboBox>
  );
}
