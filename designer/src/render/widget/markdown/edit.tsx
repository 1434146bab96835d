import { AreaEdit } from "../AreaEdit.tsx";
import type { EditProps } from "../widget.ts";

export const Edit = (props: EditProps) => <AreaEdit {...props} rows={6} />;
