package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What plain scalars mean: YAML 1.2's core schema, with decimal numbers only. So {@code no}, {@code on}, {@code 2026-01-31}
 * and {@code 007} are texts, as people mean them.
 */
final class Scalars {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(0|[1-9][0-9]{0,400})(\\.[0-9]{1,400})?([eE][-+]?[0-9]{1,9})?");

    private Scalars() {}

    /** The value of a scalar without quotes. */
    static Node plain(String text, Position position, Problems problems) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new NullNode(position);
            case "true", "True", "TRUE" -> new FlagNode(position, true);
            case "false", "False", "FALSE" -> new FlagNode(position, false);
            default ->
                NUMBER.matcher(text).matches()
                        ? number(new BigDecimal(text), position, problems)
                        : new TextNode(position, text);
        };
    }

    /** A number; refused when it is so large or small that computing with it would take long. */
    static Node number(BigDecimal value, Position position, Problems problems) {
        boolean sane = value.signum() == 0
                ? Math.abs((long) value.scale()) <= Limits.DIGITS
                : (long) value.precision() - value.scale() <= Limits.DIGITS && value.scale() <= Limits.DIGITS;
        if (!sane) {
            problems.add(Problem.error(ProblemCode.NUMBER_TOO_LARGE, position, "", Integer.toString(Limits.DIGITS)));
            return new NumberNode(position, BigDecimal.ZERO);
        }
        return new NumberNode(position, value.scale() < 0 ? value.setScale(0) : value);
    }
}
