import { NumberEdit } from "../NumberEdit.tsx";
import type { EditProps } from "../widget.ts";

export const Edit = (props: EditProps) => <NumberEdit {...props} />;
