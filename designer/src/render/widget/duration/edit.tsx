import { useWords } from "../../text/text.ts";
import { LineEdit } from "../LineEdit.tsx";
import type { EditProps } from "../widget.ts";
import { readLength, writeLength } from "./length.ts";

export function Edit(props: EditProps) {
  const t = useWords();
  return <LineEdit {...props} field={{ ...props.field, placeholder: t("duration.placeholder") }} read={readLength} write={(value) => writeLength(String(value))} wrong={t("duration.placeholder")} />;
}
