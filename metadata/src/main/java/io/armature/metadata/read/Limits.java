package io.armature.metadata.read;

/** How much of a file is read, so that no file can harm. */
final class Limits {

    static final int BYTES = 1_000_000;

    /** How deep values may be nested. */
    static final int DEPTH = 64;

    /** The digits of a number before and after its point. */
    static final int DIGITS = 100;

    private Limits() {}
}
