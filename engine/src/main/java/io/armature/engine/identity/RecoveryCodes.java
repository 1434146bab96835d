package io.armature.engine.identity;

import java.security.SecureRandom;

/** Codes that people write down: letters and digits that are not mistaken for one another. */
final class RecoveryCodes {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final int length;

    RecoveryCodes(int length) {
        this.length = length;
    }

    String create() {
        return random.ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** In groups. */
    static String readable(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
