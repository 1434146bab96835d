import { idOf } from "../../../contract/record.ts";
import { FileSet } from "../../file/FileSet.tsx";
import type { EditProps } from "../widget.ts";

export function Edit({ id, field, value, readOnly, onChange }: EditProps) {
  const file = idOf(value);
  return <FileSet id={id} label={field.title} rules={field} ids={file ? [file] : []} many={false} readOnly={readOnly} large={field.type === "image"} onChange={([next]) => onChange(next ?? null)} />;
}
