import { LineEdit } from "../LineEdit.tsx";
import type { EditProps } from "../widget.ts";

export const Edit = (props: EditProps) => <LineEdit {...props} kind="Tel" />;
