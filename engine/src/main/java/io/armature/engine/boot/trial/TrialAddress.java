package io.armature.engine.boot.trial;

import java.nio.charset.StandardCharsets;

/** Addresses as people write them: with blanks, quotes and the {@code &&} of expressions. */
final class TrialAddress {

    /** What may stand in an address as it is; {@code %} because somebody may have encoded it already. */
    private static final String PLAIN = "-._~:/?#@!$&'()*+,;=%";

    private TrialAddress() {}

    static String encoded(String address) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : address.replace("&&", "%26%26").getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xff);
            boolean plain = letter < 0x80 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0);
            encoded.append(plain ? String.valueOf(letter) : String.format("%%%02X", each));
        }
        return encoded.toString();
    }
}
