package io.armature.metadata.type;

import java.util.Set;

/** The text behind a barcode or QR code. */
final class BarcodeType extends AbstractTextType {

    BarcodeType() {
        super("barcode", "barcode", 200, "\"4006381333931\"", Set.of("max", "pattern", "patternMessage", "format"));
    }
}
