package io.armature.metadata.expression;

import dev.cel.common.ast.CelExpr;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes {@code format('{0} of {1}', a, b)} out as a concatenation, in which null is the empty text. */
final class Format {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})}");
    private static final Ir EMPTY = new Ir.Literal("", Scalar.TEXT);

    private final Checker checker;

    Format(Checker checker) {
        this.checker = checker;
    }

    Ir check(CelExpr node, List<CelExpr> nodes, List<Ir> arguments) {
        boolean literal = !arguments.isEmpty()
                && arguments.getFirst() instanceof Ir.Literal(Object value, var _)
                && value instanceof String;
        if (!literal) {
            throw new Refusal(ProblemCode.EXPRESSION_LITERAL, checker.source().offset(node), "", "'{0} of {1}'");
        }
        String pattern = (String) ((Ir.Literal) arguments.getFirst()).value();
        var parts = new ArrayList<Ir>();
        Matcher place = PLACE.matcher(pattern);
        int end = 0;
        while (place.find()) {
            addText(pattern.substring(end, place.start()), parts);
            int index = Integer.parseInt(place.group(1)) + 1;
            if (index >= arguments.size()) {
                throw new Refusal(
                        ProblemCode.EXPRESSION_LITERAL,
                        checker.source().offset(nodes.getFirst()),
                        place.group(),
                        "{0} – {" + (arguments.size() - 2) + "}");
            }
            parts.add(text(nodes.get(index), arguments.get(index)));
            end = place.end();
        }
        addText(pattern.substring(end), parts);
        return parts.stream()
                .reduce((left, right) -> new Ir.Call("concat.text", List.of(left, right), Scalar.TEXT))
                .orElse(EMPTY);
    }

    private static void addText(String text, List<Ir> parts) {
        if (!text.isEmpty()) {
            parts.add(new Ir.Literal(text, Scalar.TEXT));
        }
    }

    private Ir text(CelExpr node, Ir argument) {
        Ir text = new Resolution(checker).call("text", node, List.of(node), List.of(argument));
        return text instanceof Ir.Nothing ? EMPTY : new Ir.Call("coalesce", List.of(text, EMPTY), Scalar.TEXT);
    }
}
