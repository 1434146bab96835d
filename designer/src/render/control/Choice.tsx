import { Option } from "@ui5/webcomponents-react/Option";
import { Select } from "@ui5/webcomponents-react/Select";

export interface Choosable {
  readonly key: string;
  readonly title: string;
}

interface Props {
  readonly id?: string;
  readonly label?: string;
  /** What is said of it besides its name, to whoever does not see what stands around it. */
  readonly description?: string | undefined;
  readonly value: string;
  readonly options: readonly Choosable[];
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly fault?: string | undefined;
  readonly onChange: (key: string) => void;
}

/** One of a few. */
export function Choice({ id, label, description, value, options, disabled = false, required = false, fault, onChange }: Props) {
  return (
    <Select
      {...(id && { id })}
      {...(label && { accessibleName: label })}
      {...(description && { accessibleDescription: description })}
      disabled={disabled}
      required={required}
      valueState={fault ? "Negative" : "None"}
      {...(fault && { valueStateMessage: <span>{fault}</span> })}
      value={value}
      onChange={(event) => onChange(event.detail.selectedOption.dataset["key"] ?? "")}
    >
      {options.map(({ key, title }) => (
        <Option key={key} value={key} data-key={key} selected={key === value}>
          {title}
        </Option>
      ))}
    </Select>
  );
}
