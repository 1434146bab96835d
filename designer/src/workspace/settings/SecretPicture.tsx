import { barcodeOf } from "../../render/code/barcode.ts";
import { useWords } from "../../render/text/text.ts";

/** What the camera of an authenticator program reads. */
export default function SecretPicture({ uri }: { readonly uri: string }) {
  const t = useWords();
  const picture = barcodeOf(uri, "qr");
  return picture && <img className="secret-picture" src={picture} alt={t("settings.otpPicture")} />;
}
