import { CodeEdit } from "../../code/CodeEdit.tsx";
import type { EditProps } from "../widget.ts";

export const Edit = ({ value, field, onChange, ...props }: EditProps) => <CodeEdit {...props} field={field} text={value === null ? "" : String(value)} language={field.language} onText={(text) => onChange(text === "" ? null : text)} />;
