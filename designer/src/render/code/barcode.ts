import { code128, datamatrix, drawingSVG, ean13, ean8, pdf417, qrcode, type RenderOptions } from "bwip-js/browser";

type Format = "code128" | "ean13" | "ean8" | "qr" | "datamatrix" | "pdf417";
type Draw = (options: RenderOptions) => string;

const DRAWERS: Readonly<Record<Format, Draw>> = {
  code128: (options) => code128(options, drawingSVG()),
  ean13: (options) => ean13(options, drawingSVG()),
  ean8: (options) => ean8(options, drawingSVG()),
  qr: (options) => qrcode(options, drawingSVG()),
  datamatrix: (options) => datamatrix(options, drawingSVG()),
  pdf417: (options) => pdf417(options, drawingSVG()),
};

const isFormat = (format: string): format is Format => format in DRAWERS;

/** The format that fits a text when none is said: thirteen digits are an article's number. */
const usualOf = (text: string): Format => (/^\d{13}$/.test(text) ? "ean13" : /^\d{8}$/.test(text) ? "ean8" : "code128");

const HEIGHT = 12;

/** A barcode as a picture's address; null where the text cannot be one, as with a wrong check digit. */
export function barcodeOf(text: string, format: string | undefined): string | null {
  const wanted = format !== undefined && isFormat(format) ? format : usualOf(text);
  const isBars = ["code128", "ean13", "ean8"].includes(wanted);
  try {
    const svg = DRAWERS[wanted]({ bcid: wanted, text, scale: 2, ...(isBars && { height: HEIGHT, includetext: true }), paddingwidth: 4, paddingheight: 4, backgroundcolor: "FFFFFF" });
    return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  } catch (impossible) {
    if (/bwipp?\./i.test(String(impossible))) return null;
    throw impossible;
  }
}
