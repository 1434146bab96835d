import { barcodeOf } from "../../code/barcode.ts";
import { useWords } from "../../text/text.ts";

export default function Bars({ text, format }: { readonly text: string; readonly format: string | undefined }) {
  const t = useWords();
  const picture = barcodeOf(text, format);
  return picture ? <img className="bars" src={picture} alt={t("barcode.of", { text })} /> : <small className="muted">{t("barcode.impossible", { format: format ?? "code128" })}</small>;
}
