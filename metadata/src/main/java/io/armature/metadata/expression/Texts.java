package io.armature.metadata.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Text as PostgreSQL sees it: in characters (code points), ordered by their numbers. */
final class Texts {

    /** By code point, which is the order of UTF-8's bytes and of {@code collate "C"}. */
    static final Comparator<String> ORDER = Texts::compare;

    /** What trim takes away: the white space and line ends of ECMAScript. */
    static final String BLANK =
            "\t\n\u000B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    private static final int MOST = 1_000_000_000;

    private Texts() {}

    private static int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                // Surrogates stand for characters above all others.
                boolean sameKind = Character.isSurrogate(one) == Character.isSurrogate(other);
                return sameKind ? Character.compare(one, other) : Character.isSurrogate(one) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    static long size(String text) {
        return text.codePointCount(0, text.length());
    }

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && BLANK.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && BLANK.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    static String replace(String text, String from, String to) {
        return from.isEmpty() ? text : text.replace(from, to);
    }

    /** Characters from {@code start} up to {@code end}, which may lie beyond the text's end. */
    static String substring(String text, long start, long end) {
        int length = text.codePointCount(0, text.length());
        int from = (int) Math.min(Math.min(start, MOST), length);
        int to = (int) Math.min(Math.min(end, MOST), length);
        if (from >= to) {
            return "";
        }
        int first = text.offsetByCodePoints(0, from);
        return text.substring(first, text.offsetByCodePoints(first, to - from));
    }

    /** The parts between separators; nothing for the empty text, one part without a separator. */
    static List<Object> split(String text, String separator) {
        if (text.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<>();
        int start = 0;
        int end = separator.isEmpty() ? -1 : text.indexOf(separator);
        while (end >= 0) {
            parts.add(text.substring(start, end));
            start = end + separator.length();
            end = text.indexOf(separator, start);
        }
        parts.add(text.substring(start));
        return List.copyOf(parts);
    }
}
