import { useWords } from "../../text/text.ts";
import { LineEdit } from "../LineEdit.tsx";
import type { EditProps } from "../widget.ts";

/** Written, never read: what is there already is not shown. */
export function Edit(props: EditProps) {
  const t = useWords();
  return <LineEdit {...props} field={{ ...props.field, placeholder: t("password.set") }} kind="Password" />;
}
