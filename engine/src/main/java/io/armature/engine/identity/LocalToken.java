package io.armature.engine.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What the owner of the machine signs in with: made at the start of the process, good while it runs, at this node only.
 * It stands in a file that nobody else can read.
 */
public final class LocalToken {

    static final String PREFIX = "arml_";

    private final String text = new Secrets().create(PREFIX);

    public String text() {
        return text;
    }

    boolean is(String other) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.UTF_8));
    }
}
