package io.armature.metadata.foreign.javascript;

import java.util.ArrayList;
import java.util.List;

/** Cuts a JavaScript expression into tokens. */
final class JsLexer {

    /** The longest first. */
    private static final List<String> OPERATORS = List.of(
            "===", "!==", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "=>", "<", ">", "!", "+", "-", "*", "/", "%",
            "&", "|", "(", ")", "[", "]", "{", "}", ",", ".", "?", ":", ";", "=");

    private final String text;
    private int at;

    private JsLexer(String text) {
        this.text = text;
    }

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        OPERATOR,
        END
    }

    record Token(Kind kind, String text) {
        boolean is(String operator) {
            return kind == Kind.OPERATOR && text.equals(operator);
        }
    }

    static List<Token> tokens(String text) throws Untranslatable {
        JsLexer lexer = new JsLexer(text);
        List<Token> tokens = new ArrayList<>();
        for (lexer.blank(); lexer.at < text.length(); lexer.blank()) {
            tokens.add(lexer.next());
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private void blank() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00a0')) {
            at++;
        }
    }

    private Token next() throws Untranslatable {
        char first = text.charAt(at);
        if (Character.isJavaIdentifierStart(first)) {
            return new Token(Kind.NAME, take(JsLexer::isNamePart));
        }
        boolean point = first == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
        if (isDigit(first) || point) {
            return new Token(Kind.NUMBER, take(character -> isDigit(character) || character == '.'));
        }
        if (first == '"' || first == '\'' || first == '`') {
            return new Token(Kind.TEXT, quoted(first));
        }
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                return new Token(Kind.OPERATOR, operator);
            }
        }
        throw new Untranslatable("the character `" + first + "`");
    }

    private interface Part {
        boolean test(char character);
    }

    private String take(Part part) {
        int start = at;
        while (at < text.length() && part.test(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char character) {
        return Character.isJavaIdentifierPart(character);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private String quoted(char quote) throws Untranslatable {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            char character = text.charAt(at++);
            if (quote == '`' && character == '$' && at < text.length() && text.charAt(at) == '{') {
                throw new Untranslatable("a text with values in it");
            }
            value.append(character == '\\' && at < text.length() ? escaped(text.charAt(at++)) : character);
        }
        if (at >= text.length()) {
            throw new Untranslatable("a quote that is not closed");
        }
        at++;
        return value.toString();
    }

    private static char escaped(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> character;
        };
    }
}
