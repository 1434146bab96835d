import { LinkEdit } from "../LinkEdit.tsx";
import type { EditProps } from "../widget.ts";

export const Edit = (props: EditProps) => <LinkEdit {...props} />;
