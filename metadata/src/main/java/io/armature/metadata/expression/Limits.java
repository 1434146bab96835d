package io.armature.metadata.expression;

/** How large expressions and their numbers may be. The same in every back end. */
public final class Limits {

    /** Characters of a text (UTF-16 units). */
    public static final int LENGTH = 20_000;
    /** Levels of brackets, and of conditional operators. */
    public static final int NESTING = 100;
    /** Operators, names, calls and literals of a text. */
    public static final int NODES = 2_000;
    /** Levels of the tree, chains like {@code a + b + c} counting one each. */
    public static final int DEPTH = 200;
    /** Nodes when the formulas that are named are written out. */
    public static final int EXPANDED_NODES = 20_000;
    /** Digits of a decimal field or literal before the point, and as many after it. */
    public static final int FIELD_DIGITS = 100;
    /** Digits of a computed decimal before the point (more is null), and as many after it (more are rounded). */
    public static final int DIGITS = 1_000;
    /** Digits after the point of a quotient. */
    public static final int DIVISION_SCALE = 20;
    /** The longest duration either way, in hours: ten thousand years. */
    public static final long DURATION_HOURS = 87_660_000;

    private Limits() {}
}
