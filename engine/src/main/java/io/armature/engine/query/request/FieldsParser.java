package io.armature.engine.query.request;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code name,customer(name,country(code)),lines(qty),*}. */
final class FieldsParser {
    /** Nobody nests deeper by hand, and every level is a join. */
    static final int MAXIMUM_DEPTH = 8;

    /** More than any entity has. */
    static final int MAXIMUM_FIELDS = 2000;

    private static final String PARAMETER = "fields";

    private final String text;
    private int position;
    private int fields;

    private FieldsParser(String text) {
        this.text = text;
    }

    /**
     * The fields, in the order of the text.
     *
     * @throws ProblemException when the text is not a list of fields, nests too deep or is too long
     */
    static List<FieldSelection> parse(String text) {
        FieldsParser parser = new FieldsParser(text);
        List<FieldSelection> found = parser.list(1);
        if (parser.position < text.length()) {
            throw parser.unexpected();
        }
        return found;
    }

    private List<FieldSelection> list(int depth) {
        List<FieldSelection> found = new ArrayList<>();
        found.add(field(depth));
        while (at(',')) {
            position++;
            found.add(field(depth));
        }
        return found;
    }

    private FieldSelection field(int depth) {
        String name = name();
        if (++fields > MAXIMUM_FIELDS) {
            throw tooMuch(ProblemCode.FIELDS_TOO_MANY, MAXIMUM_FIELDS);
        }
        if (!at('(')) {
            return FieldSelection.of(name);
        }
        if (depth == MAXIMUM_DEPTH) {
            throw tooMuch(ProblemCode.FIELDS_TOO_DEEP, MAXIMUM_DEPTH);
        }
        position++;
        List<FieldSelection> nested = list(depth + 1);
        if (!at(')')) {
            throw unexpected();
        }
        position++;
        return new FieldSelection(name, nested);
    }

    private String name() {
        skipSpace();
        int start = position;
        if (at('*')) {
            position++;
            return FieldSelection.ALL;
        }
        while (position < text.length() && isNamePart(text.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw unexpected();
        }
        return text.substring(start, position);
    }

    private boolean at(char expected) {
        skipSpace();
        return position < text.length() && text.charAt(position) == expected;
    }

    private void skipSpace() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private ProblemException unexpected() {
        String found = position < text.length() ? text.substring(position, Math.min(position + 20, text.length())) : "";
        return new ProblemException(
                Problem.inValue(ProblemCode.FIELDS_SYNTAX, PARAMETER, Integer.toString(position + 1), found));
    }

    private static ProblemException tooMuch(ProblemCode code, int most) {
        return new ProblemException(Problem.inValue(code, PARAMETER, Integer.toString(most)));
    }
}
