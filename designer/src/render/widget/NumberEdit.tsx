import { useFormats } from "../format/formats.ts";
import { currencyOf } from "../record/currency.ts";
import { useWords } from "../text/text.ts";
import { LineEdit } from "./LineEdit.tsx";
import { typeOf } from "./registry.ts";
import type { EditProps } from "./widget.ts";

/** A number as the user writes it; kept as exact text. */
export function NumberEdit(props: EditProps) {
  const formats = useFormats();
  const t = useWords();
  const { field, record } = props;
  const whole = typeOf(field) === "integer";
  const read = (text: string) => {
    const number = formats.readNumber(text.replace(/[%€$£¥]/g, ""));
    if (number === null || (whole && number.includes("."))) return undefined;
    return whole ? Number(number) : number;
  };
  const unit = currencyOf(field, record) ?? field.unit ?? (typeOf(field) === "percent" ? "%" : null);
  return (
    <div className="with-unit">
      <LineEdit {...props} read={read} write={(value) => formats.number(String(value), field.digits)} wrong={t("number.wrong")} description={[unit, field.help].filter(Boolean).join(". ")} />
      {unit && <span className="unit muted">{unit}</span>}
    </div>
  );
}
