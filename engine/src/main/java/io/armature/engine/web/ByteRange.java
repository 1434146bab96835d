package io.armature.engine.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some bytes of a content.
 *
 * @param from the first, counted from 0
 * @param length how many
 */
record ByteRange(long from, long length) {

    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What a {@code Range} header asks for; several ranges, and what is none, count as no wish at all. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher form = FORM.matcher(header.strip());
        if (!form.matches() || form.group(1).isEmpty() && form.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (form.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(form.group(2)));
            return Optional.of(new ByteRange(size - last, last));
        }
        long from = Long.parseLong(form.group(1));
        long to = form.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(form.group(2)));
        return Optional.of(new ByteRange(from, to - from + 1));
    }

    /** Whether there are such bytes. */
    boolean isWithin(long size) {
        return length > 0 && from < size;
    }

    /** As the {@code Content-Range} header says it. */
    String of(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
