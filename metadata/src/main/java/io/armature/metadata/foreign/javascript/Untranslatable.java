package io.armature.metadata.foreign.javascript;

/** A condition that has no counterpart among our expressions; the message says which part of it. */
public final class Untranslatable extends Exception {

    private static final long serialVersionUID = 1L;

    public Untranslatable(String why) {
        super(why);
    }

    /** Which part, in a few words. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
