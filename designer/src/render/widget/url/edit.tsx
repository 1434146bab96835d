import { ReachEdit } from "../ReachEdit.tsx";
import type { EditProps } from "../widget.ts";

/** Only addresses of the web are followed: a value is never trusted to be one. */
const hrefOf = (value: string) => (/^https?:\/\//i.test(value) ? value : undefined);

export const Edit = (props: EditProps) => <ReachEdit {...props} kind="URL" icon="action" hrefOf={hrefOf} />;
