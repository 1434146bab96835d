package io.armature.metadata.expression;

import io.armature.metadata.expression.SqlFragment.Bind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes that a text contains, begins or ends with a piece that is known. The index of a column's trigrams answers that; where the text
 * is looked at in lower case, it answers a wider question first, in whose answer the piece is then looked for.
 */
final class PieceSql {

    private static final Set<String> FUNCTIONS = Set.of("contains", "startsWith", "endsWith");

    /** Letters beyond ASCII of which the lower case is one of ASCII, or begins with one. */
    private static final Map<Character, String> OTHERS = Map.of('i', "[i\u0130]", 'k', "[k\u212A]");

    private static final Template WIDER = new Template(
            "(({0} ilike {2} or (octet_length({0}) <> char_length({0}) and {0} ~* {3})) and {1} like {2})");

    private final SqlWriter writer;

    PieceSql(SqlWriter writer) {
        this.writer = writer;
    }

    /** Whether this is such a question. */
    static boolean asks(Ir.Call call) {
        return FUNCTIONS.contains(call.function()) && call.arguments().get(1) instanceof Ir.Literal;
    }

    SqlFragment write(Ir.Call call) {
        Ir text = call.arguments().getFirst();
        String piece = String.valueOf(((Ir.Literal) call.arguments().get(1)).value());
        SqlFragment pattern = bind(pattern(call.function(), piece));
        return lowered(text)
                .map(writer::value)
                .filter(Template::isPlain)
                .map(column -> WIDER.with(
                        List.of(column, writer.value(text), pattern, bind(expression(call.function(), piece)))))
                .orElseGet(() -> new Template("({0} like {1})").with(List.of(writer.value(text), pattern)));
    }

    /** The field that is looked at in lower case. */
    private static Optional<Ir> lowered(Ir text) {
        return text instanceof Ir.Call call
                        && call.function().equals("lower")
                        && call.arguments().getFirst() instanceof Ir.Path path
                ? Optional.of(path)
                : Optional.empty();
    }

    private static SqlFragment bind(String text) {
        return SqlFragment.of("?::text", new Bind.Value(text, "text"));
    }

    private static String pattern(String function, String piece) {
        String escaped = piece.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return switch (function) {
            case "startsWith" -> escaped + "%";
            case "endsWith" -> "%" + escaped;
            default -> "%" + escaped + "%";
        };
    }

    /**
     * A regular expression that at least all texts have of which the lower case has the piece: what is not of ASCII may be anything, or
     * go with the letter before.
     */
    private static String expression(String function, String piece) {
        StringBuilder pattern = new StringBuilder(function.equals("startsWith") ? "^" : "");
        piece.codePoints().forEach(point -> {
            if (point >= 0x80) {
                pattern.append(".?");
            } else {
                char letter = (char) point;
                String plain = Character.isLetterOrDigit(letter) ? String.valueOf(letter) : "\\" + letter;
                pattern.append(OTHERS.getOrDefault(letter, plain));
            }
        });
        return pattern.append(function.equals("endsWith") ? "$" : "").toString();
    }
}
