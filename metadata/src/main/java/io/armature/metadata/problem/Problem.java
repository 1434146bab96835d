package io.armature.metadata.problem;

import java.util.List;
import java.util.Locale;

/**
 * One thing that is wrong.
 *
 * @param code what kind of thing, stable for ever
 * @param severity whether it stops an install
 * @param position where in the files, {@link Position#NONE} outside files
 * @param path where in the value or definition, such as {@code fields.email.max} or {@code lines[2].qty}
 * @param arguments what the message's places {0}, {1}… stand for
 */
public record Problem(ProblemCode code, Severity severity, Position position, String path, List<String> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** An error at a place in a file. */
    public static Problem error(ProblemCode code, Position position, String path, String... arguments) {
        return new Problem(code, Severity.ERROR, position, path, List.of(arguments));
    }

    /** A warning at a place in a file. */
    public static Problem warning(ProblemCode code, Position position, String path, String... arguments) {
        return new Problem(code, Severity.WARNING, position, path, List.of(arguments));
    }

    /** An error in a value that came from no file. */
    public static Problem inValue(ProblemCode code, String path, String... arguments) {
        return error(code, Position.NONE, path, arguments);
    }

    /** The same problem at a place and path known only to the caller. */
    public Problem at(Position elsewhere, String elsewherePath) {
        return new Problem(code, severity, elsewhere, elsewherePath, arguments);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** What is wrong, in the language of {@code locale}, or in English. */
    public String message(Locale locale) {
        return ProblemTexts.message(code, locale, arguments);
    }

    /** What to do about it, in the language of {@code locale}, or in English; empty when nothing helps. */
    public String hint(Locale locale) {
        return ProblemTexts.hint(code, locale, arguments);
    }

    @Override
    public String toString() {
        String place = position.equals(Position.NONE) ? path : position + (path.isEmpty() ? "" : " " + path);
        return place + " " + code.id() + " " + message(Locale.ENGLISH) + " " + hint(Locale.ENGLISH);
    }
}
