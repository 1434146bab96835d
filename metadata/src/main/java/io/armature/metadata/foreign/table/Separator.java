package io.armature.metadata.foreign.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands between the cells of a file.
 *
 * @param begin where its lines begin: Excel understands a first line {@code sep=;}, and so do we
 */
record Separator(char character, int begin) {

    private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');
    private static final int LOOKED_AT = 20;
    private static final String SAID = "sep=";

    static Separator of(String text) {
        if (text.startsWith(SAID) && text.indexOf('\n') == SAID.length() + 1) {
            return new Separator(text.charAt(SAID.length()), SAID.length() + 2);
        }
        List<String> lines = text.replaceAll("\"[^\"]*\"", "")
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LOOKED_AT)
                .toList();
        char best = KNOWN.getFirst();
        for (char candidate : KNOWN) {
            if (agreement(lines, candidate) > agreement(lines, best)) {
                best = candidate;
            }
        }
        return new Separator(best, 0);
    }

    /** How many lines have it the same number of times: a comma in a price does not stand in the headers. */
    private static long agreement(List<String> lines, char candidate) {
        return lines.stream()
                .map(line ->
                        line.chars().filter(character -> character == candidate).count())
                .filter(count -> count > 0)
                .collect(Collectors.groupingBy(count -> count, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
