import { Checkbox } from "../../control/Checkbox.tsx";
import type { EditProps } from "../widget.ts";

export const Edit = ({ id, field, value, readOnly, onChange, onDone }: EditProps) => (
  <Checkbox
    id={id}
    label={field.title}
    checked={value === true}
    readOnly={readOnly}
    onChange={(checked) => {
      onChange(checked);
      onDone?.();
    }}
  />
);
