import { LineEdit } from "../LineEdit.tsx";
import type { EditProps } from "../widget.ts";

/** Scanners type like a keyboard does. */
export const Edit = (props: EditProps) => <LineEdit {...props} />;
