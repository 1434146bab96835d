package io.armature.engine.write;

import java.util.List;
import java.util.Locale;

/** Which files a field takes. */
final class AcceptedFiles {

    private AcceptedFiles() {}

    /**
     * Whether a field takes a file.
     *
     * @param accepted types ({@code image/png}), families ({@code image/*}) and ends of names ({@code .pdf}); none for all
     */
    static boolean fits(List<String> accepted, String type, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return accepted.isEmpty()
                || accepted.stream()
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .anyMatch(one -> one.equals(type)
                                || one.endsWith("/*") && type.startsWith(one.substring(0, one.length() - 1))
                                || one.startsWith(".") && lower.endsWith(one));
    }
}
