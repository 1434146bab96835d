package io.armature.metadata.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import io.armature.metadata.expression.Compilation.Fault;
import io.armature.metadata.problem.ProblemCode;
import java.util.Map;

/** A text and the tree that CEL's grammar sees in it, with the places of the tree's nodes. */
final class Source {

    /** Only the grammar: no macros, no types, no reserved words but those of the grammar itself. */
    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(CelOptions.current()
                    .enableReservedIds(false)
                    .maxExpressionCodePointSize(Limits.LENGTH)
                    .build())
            .build();

    private final String text;
    private final CelExpr root;
    private final Map<Long, Integer> positions;

    private Source(String text, CelAbstractSyntaxTree tree) {
        this.text = text;
        this.root = tree.getExpr();
        this.positions = tree.getSource().getPositionsMap();
    }

    static Source parse(String text) {
        CelValidationResult result = PARSER.parse(Scanner.prepare(text));
        if (result.hasError()) {
            throw new Refusal(result.getErrors().stream()
                    .limit(1)
                    .map(issue -> fault(text, issue))
                    .toList());
        }
        try {
            var source = new Source(text, result.getAst());
            if (source.positions.size() > Limits.NODES) {
                throw new Refusal(ProblemCode.EXPRESSION_TOO_COMPLEX, 0, String.valueOf(Limits.NODES));
            }
            return source;
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("A result without errors has a tree", impossible);
        }
    }

    private static Fault fault(String text, CelIssue issue) {
        int offset = offset(text, issue);
        if (issue.getMessage().contains("recursion limit")) {
            return Fault.of(ProblemCode.EXPRESSION_TOO_COMPLEX, offset, String.valueOf(Limits.DEPTH));
        }
        if (issue.getMessage().startsWith("For input string")) {
            return Fault.of(ProblemCode.EXPRESSION_NUMBER, offset, word(text, offset));
        }
        return text.substring(offset).isBlank()
                ? Fault.of(ProblemCode.EXPRESSION_INCOMPLETE, text.length())
                : Fault.of(ProblemCode.EXPRESSION_SYNTAX, offset, word(text, offset));
    }

    private static int offset(String text, CelIssue issue) {
        int line = issue.getSourceLocation().getLine();
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        int inLine = text.codePointCount(start, text.length());
        return text.offsetByCodePoints(start, Math.min(column, inLine));
    }

    /** The word, number or sign at a place. */
    private static String word(String text, int offset) {
        int end = offset;
        while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        int sign = offset + Character.charCount(text.codePointAt(offset));
        return text.substring(offset, Math.max(end, sign));
    }

    String text() {
        return text;
    }

    CelExpr root() {
        return root;
    }

    /** Where a node begins, in UTF-16 units; for operators and calls, where their sign or bracket is. */
    int offset(CelExpr node) {
        int codePoints = positions.getOrDefault(node.id(), 0);
        return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    /** The number as it is written at a node, without sign. */
    String number(CelExpr node) {
        int start = offset(node);
        int end = start;
        while (end < text.length() && isNumberPart(text, start, end)) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isNumberPart(String text, int start, int at) {
        char unit = text.charAt(at);
        boolean exponentSign = (unit == '+' || unit == '-')
                && at > start
                && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E');
        return unit == '.' || unit == 'e' || unit == 'E' || exponentSign || (unit >= '0' && unit <= '9');
    }
}
