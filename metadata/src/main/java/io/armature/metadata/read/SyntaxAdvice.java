package io.armature.metadata.read;

/** What to do about the usual slips in YAML. */
final class SyntaxAdvice {

    private SyntaxAdvice() {}

    static String yaml(String problem) {
        if (problem.contains("TAB") || problem.contains("\\t")) {
            return "Indent with spaces, not with tabs.";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "Put a text that holds `: ` between quotes, or check the indentation.";
        }
        if (problem.contains("block end") || problem.contains("block mapping")) {
            return "Check that entries of the same level begin in the same column.";
        }
        if (problem.contains("cannot start any token")) {
            return "Put a text that begins with this character between quotes.";
        }
        if (problem.contains("could not find expected ':'")) {
            return "Write `key: value`, with a colon and a space.";
        }
        if (problem.contains("end of stream") || problem.contains("stream end") || problem.contains("flow")) {
            return "Close every bracket, brace and quote.";
        }
        return "";
    }
}
