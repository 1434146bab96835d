package io.armature.metadata.foreign.javascript;

import java.util.Optional;

/**
 * A condition in our language that is true or false, never null.
 *
 * @param text the expression
 * @param negated the expression of its opposite
 * @param strength how tightly its weakest operator binds
 * @param constant what it always is, if it always is the same
 */
record Condition(String text, String negated, Strength strength, Optional<Boolean> constant) {

    /** The weakest operator at the top of an expression. */
    enum Strength {
        OR,
        AND,
        ATOM
    }

    static Condition of(String text, String negated) {
        return new Condition(text, negated, Strength.ATOM, Optional.empty());
    }

    static Condition constant(boolean value) {
        return new Condition(Boolean.toString(value), Boolean.toString(!value), Strength.ATOM, Optional.of(value));
    }

    Condition not() {
        if (constant.isPresent()) {
            return constant(!constant.get());
        }
        return new Condition(negated, text, Strength.ATOM, Optional.empty());
    }

    Condition and(Condition other) {
        if (constant.isPresent()) {
            return constant.get() ? other : this;
        }
        if (other.constant.isPresent()) {
            return other.constant.get() ? this : other;
        }
        String both = in(Strength.AND) + " && " + other.in(Strength.AND);
        return new Condition(both, "!(" + both + ")", Strength.AND, Optional.empty());
    }

    Condition or(Condition other) {
        if (constant.isPresent()) {
            return constant.get() ? this : other;
        }
        if (other.constant.isPresent()) {
            return other.constant.get() ? other : this;
        }
        String either = in(Strength.OR) + " || " + other.in(Strength.OR);
        return new Condition(either, "!(" + either + ")", Strength.OR, Optional.empty());
    }

    /** The text, in brackets where an operator beside it binds more tightly. */
    private String in(Strength around) {
        return strength.compareTo(around) < 0 ? "(" + text + ")" : text;
    }
}
