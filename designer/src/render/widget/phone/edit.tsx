import { ReachEdit } from "../ReachEdit.tsx";
import type { EditProps } from "../widget.ts";

const hrefOf = (value: string) => (/\d/.test(value) ? `tel:${value.replace(/[^+\d]/g, "")}` : undefined);

export const Edit = (props: EditProps) => <ReachEdit {...props} kind="Tel" icon="call" hrefOf={hrefOf} />;
