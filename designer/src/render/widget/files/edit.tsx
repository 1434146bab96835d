import { idOf } from "../../../contract/record.ts";
import { FileSet } from "../../file/FileSet.tsx";
import type { EditProps } from "../widget.ts";

export function Edit({ id, field, value, readOnly, onChange }: EditProps) {
  const ids = (Array.isArray(value) ? value : []).map((each) => idOf(each)).filter((each) => each !== null);
  return <FileSet id={id} label={field.title} rules={field} ids={ids} many readOnly={readOnly} onChange={onChange} />;
}
