import { ReachEdit } from "../ReachEdit.tsx";
import type { EditProps } from "../widget.ts";

const hrefOf = (value: string) => (/^[^\s@]+@[^\s@]+$/.test(value) ? `mailto:${encodeURIComponent(value).replace("%40", "@")}` : undefined);

export const Edit = (props: EditProps) => <ReachEdit {...props} kind="Email" icon="email" hrefOf={hrefOf} />;
