package io.armature.metadata.foreign.javascript;

import io.armature.metadata.foreign.javascript.JsLexer.Kind;
import io.armature.metadata.foreign.javascript.JsLexer.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Parses one JavaScript expression, by precedence climbing. Statements and functions are refused. */
final class JsParser {

    private static final int DEEPEST = 100;

    /** The operators of two sides, the weakest first. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("||", "??"),
            List.of("&&"),
            List.of("|"),
            List.of("&"),
            List.of("==", "!=", "===", "!=="),
            List.of("<", "<=", ">", ">="),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final List<Token> tokens;
    private int at;
    private int depth;

    private JsParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Js parse(String text) throws Untranslatable {
        JsParser parser = new JsParser(JsLexer.tokens(text));
        Js parsed = parser.choice();
        while (parser.take(";")) {
            // Ends of statements say nothing after a single expression.
        }
        if (parser.peek().kind() != Kind.END) {
            throw new Untranslatable("`" + parser.peek().text() + "`");
        }
        return parsed;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean take(String operator) {
        if (!peek().is(operator)) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(String operator) throws Untranslatable {
        if (!take(operator)) {
            throw new Untranslatable(peek().kind() == Kind.END ? "an end too early" : "`" + peek().text() + "`");
        }
    }

    private Js choice() throws Untranslatable {
        if (++depth > DEEPEST) {
            throw new Untranslatable("too many brackets");
        }
        Js condition = binary(0);
        if (take("?")) {
            Js yes = choice();
            expect(":");
            condition = new Js.Choice(condition, yes, choice());
        }
        depth--;
        return condition;
    }

    private Js binary(int level) throws Untranslatable {
        if (level == LEVELS.size()) {
            return unary();
        }
        Js left = binary(level + 1);
        while (peek().kind() == Kind.OPERATOR && LEVELS.get(level).contains(peek().text())) {
            String operator = tokens.get(at++).text();
            left = new Js.Binary(operator, left, binary(level + 1));
        }
        return left;
    }

    private Js unary() throws Untranslatable {
        int signs = at;
        for (String operator : List.of("!", "-", "+")) {
            if (take(operator)) {
                if (++depth > DEEPEST) {
                    throw new Untranslatable("`" + tokens.get(signs).text() + "` too often");
                }
                Js operand = unary();
                depth--;
                return new Js.Unary(operator, operand);
            }
        }
        return postfix(primary());
    }

    private Js postfix(Js begun) throws Untranslatable {
        Js value = begun;
        while (true) {
            if (take(".") || take("?.")) {
                value = new Js.Member(value, name());
            } else if (take("(")) {
                value = new Js.Call(value, items(")"));
            } else if (take("[")) {
                Js key = choice();
                expect("]");
                if (!(key instanceof Js.Text(var name))) {
                    throw new Untranslatable("an index in `[ ]`");
                }
                value = new Js.Member(value, name);
            } else {
                return value;
            }
        }
    }

    private String name() throws Untranslatable {
        if (peek().kind() != Kind.NAME) {
            throw new Untranslatable("`.` without a name");
        }
        return tokens.get(at++).text();
    }

    private List<Js> items(String end) throws Untranslatable {
        List<Js> items = new ArrayList<>();
        while (!take(end)) {
            items.add(choice());
            if (!peek().is(end)) {
                expect(",");
            }
        }
        return items;
    }

    private Js primary() throws Untranslatable {
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case TEXT -> new Js.Text(token.text());
            case NUMBER -> number(token.text());
            case NAME -> word(token.text());
            case OPERATOR -> bracket(token.text());
            case END -> throw new Untranslatable("an end too early");
        };
    }

    private static Js number(String text) throws Untranslatable {
        try {
            return new Js.Number(new BigDecimal(text));
        } catch (NumberFormatException malformed) {
            throw new Untranslatable("the number `" + text + "`");
        }
    }

    private static Js word(String word) throws Untranslatable {
        return switch (word) {
            case "true" -> new Js.Flag(true);
            case "false" -> new Js.Flag(false);
            case "null", "undefined" -> new Js.Nothing();
            case "typeof", "new", "function", "return", "var", "let", "const", "if", "this" ->
                throw new Untranslatable("`" + word + "`");
            default -> new Js.Name(word);
        };
    }

    private Js bracket(String operator) throws Untranslatable {
        return switch (operator) {
            case "(" -> {
                Js inner = choice();
                expect(")");
                yield inner;
            }
            case "[" -> new Js.Items(items("]"));
            default -> throw new Untranslatable("`" + operator + "`");
        };
    }
}
