import { expect, it } from "vitest";
import { barcodeOf } from "./barcode.ts";

it.each([
  ["4006381333931", undefined],
  ["Shelf 12-B", "code128"],
  ["https://example.org", "qr"],
  ["A1", "datamatrix"],
  ["A longer text", "pdf417"],
  ["96385074", "ean8"],
])("draws %s as %s", (text, format) => {
  expect(barcodeOf(text, format)).toContain("svg");
});

it("draws no number with a wrong check digit", () => {
  expect(barcodeOf("4006381333932", "ean13")).toBeNull();
});
