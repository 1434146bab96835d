package io.armature.engine.web;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;

/**
 * Refuses paths that two programs could read differently: a proxy in front might let through what we would take for
 * something else. Dot segments, empty segments, backslashes and control characters, plain or encoded, have no honest use.
 */
final class PathGuard {

    /** Keys of foreign systems may hold a slash. */
    private static final String FOREIGN_KEY = "/by/external_id/";

    private static final int HEX = 16;
    private static final int LONGEST_DOTS = "%2e%2e".length();

    private PathGuard() {}

    /** @throws ProblemException when the path is not plain */
    static void check(String path) {
        int segment = 1;
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            if (character == '/' && i > 0) {
                checkSegment(path, segment, i);
                segment = i + 1;
            } else if (character == '%') {
                checkEncoded(path, i, segment == 1);
            } else if (character <= ' ' || character == '\\' || character >= 0x7f) {
                throw refusal();
            }
        }
        if (segment < path.length()) {
            checkSegment(path, segment, path.length());
        }
    }

    private static void checkSegment(String path, int start, int end) {
        if (start == end) {
            throw refusal();
        }
        char first = path.charAt(start);
        if ((first == '.' || first == '%') && end - start <= LONGEST_DOTS) {
            String dots = path.substring(start, end).replaceAll("(?i)%2e", ".");
            if (dots.equals(".") || dots.equals("..")) {
                throw refusal();
            }
        }
    }

    private static void checkEncoded(String path, int at, boolean first) {
        int code = at + 2 < path.length()
                ? Character.digit(path.charAt(at + 1), HEX) * HEX + Character.digit(path.charAt(at + 2), HEX)
                : -1;
        boolean slash = code == '/' && !path.substring(0, at).contains(FOREIGN_KEY);
        if (first || slash || code < ' ' || code == '\\' || code == 0x7f) {
            throw refusal();
        }
    }

    private static ProblemException refusal() {
        return new ProblemException(Problem.inValue(
                ProblemCode.MALFORMED_REQUEST, "", "the path is not plain", "Send it without dots and tricks."));
    }
}
