package io.armature.engine.schema.data;

import java.util.function.UnaryOperator;

/**
 * How values of one column type become another's.
 *
 * @param using the new value, as SQL of the old
 * @param exact whether the old value can be had back from the new, as SQL of the old; true for every value when empty
 */
public record Conversion(UnaryOperator<String> using, UnaryOperator<String> exact, boolean always) {

    /** Values that stay what they are. */
    public static final Conversion SAME = always(UnaryOperator.identity());

    /** A conversion that suits every value; what it makes null is lost. */
    public static Conversion always(UnaryOperator<String> using) {
        return new Conversion(using, value -> "true", true);
    }

    static Conversion when(UnaryOperator<String> exact, UnaryOperator<String> using) {
        return new Conversion(using, exact, false);
    }

    /** The new value where nothing is lost, else null, as SQL of the old. */
    public String guarded(String value) {
        return always ? using.apply(value) : "case when " + exact.apply(value) + " then " + using.apply(value) + " end";
    }
}
