package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/** How scalars are written: in the style they had, where the value allows it, else plain where possible. */
final class ScalarText {

    /** Texts that other readers of YAML take for something else. */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "(?i)y|n|yes|no|on|off|[-+]?[0-9][0-9_.,:]*([eE][-+]?[0-9]+)?|0[xob][0-9a-f_]+|[-+]?\\.(inf|nan)|=|<<");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";
    private static final String FLOW = ",[]{}";

    private ScalarText() {}

    /** A value on one line; a text in the style it had, if it can have it. */
    static String of(Node scalar, Optional<Layout.Style> style, boolean flow) {
        return switch (scalar) {
            case TextNode text -> text(text.value(), style.map(Layout.Style::kind), flow);
            case NumberNode number -> number.value().toPlainString();
            case FlagNode flag -> Boolean.toString(flag.value());
            case NullNode _ ->
                style.map(Layout.Style::word).filter(word -> isNull(word, flow)).orElse("null");
            case MapNode _, ListNode _ -> throw new IllegalArgumentException("No scalar: " + scalar);
        };
    }

    private static boolean isNull(String word, boolean flow) {
        return word.equals("~") || (word.isEmpty() && !flow);
    }

    static String key(String key, Optional<Layout.Style> style, boolean flow) {
        return text(key, style.map(Layout.Style::key), flow);
    }

    private static String text(String value, Optional<Layout.Kind> style, boolean flow) {
        Layout.Kind kind = style.orElse(Layout.Kind.PLAIN);
        boolean asWritten = style.isPresent() || !looksOtherwise(value);
        if (kind == Layout.Kind.PLAIN && asWritten && isPlain(value, flow)) {
            return value;
        }
        return kind == Layout.Kind.SINGLE && isPrintable(value) ? "'" + value.replace("'", "''") + "'" : quoted(value);
    }

    private static boolean looksOtherwise(String value) {
        return AMBIGUOUS.matcher(value).matches() && !DATE.matcher(value).matches();
    }

    /** Whether the text means itself without quotes. */
    private static boolean isPlain(String value, boolean flow) {
        if (value.isEmpty()
                || !value.strip().equals(value)
                || !isPrintable(value)
                || value.startsWith("---")
                || value.startsWith("...")) {
            return false;
        }
        if (INDICATORS.indexOf(value.charAt(0)) >= 0 && !beginsLikeText(value)) {
            return false;
        }
        boolean structured =
                value.contains(": ") || value.contains(" #") || value.contains("\t") || value.endsWith(":");
        boolean breaksFlow = flow && (value.chars().anyMatch(c -> FLOW.indexOf(c) >= 0) || value.contains("?"));
        return !structured && !breaksFlow && Scalars.plain(value, Position.NONE, new Problems()) instanceof TextNode;
    }

    /** A dash may begin a text when something follows it at once: {@code -created_at}. */
    private static boolean beginsLikeText(String value) {
        return value.charAt(0) == '-' && value.length() > 1 && Character.isLetterOrDigit(value.charAt(1));
    }

    private static boolean isPrintable(String value) {
        return value.codePoints()
                .allMatch(c -> (c >= ' ' && c < 0x7f)
                        || (c >= 0xa0 && c < 0x2028)
                        || (c > 0x2029 && c < 0xd800)
                        || (c >= 0xe000 && c < 0xfeff)
                        || (c > 0xfeff && c < 0xfffe)
                        || c >= 0x10000);
    }

    /** Between double quotes, with JSON's escapes, which are YAML's too. */
    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\r' -> text.append("\\r");
                default -> {
                    String character = Character.toString(c);
                    text.append(isPrintable(character) ? character : "\\u%04x".formatted(c));
                }
            }
        });
        return text.append('"').toString();
    }

    /** Whether a text can stand as a block of lines after {@code |}. */
    static boolean isLiteral(String value) {
        return value.indexOf('\n') >= 0
                && !value.startsWith(" ")
                && !value.startsWith("\n")
                && !value.endsWith("\n\n")
                && value.lines().allMatch(line -> isPrintable(line) && line.equals(line.stripTrailing()))
                && value.indexOf('\r') < 0
                && !value.isBlank();
    }
}
