package io.armature.metadata.problem;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /** The known word nearest to {@code word} by edit distance, if any is near enough to be a slip. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(1, word.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(word, candidate, bestDistance);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "did you mean `x`?" with a leading space, or nothing. */
    public static String question(String word, Collection<String> known) {
        return nearest(word, known)
                .map(found -> "Did you mean `" + found + "`?")
                .orElse("");
    }

    /** Optimal string alignment distance (Damerau-Levenshtein with adjacent swaps), given up at {@code limit}. */
    private static int distance(String left, String right, int limit) {
        if (Math.abs(left.length() - right.length()) >= limit) {
            return limit;
        }
        int[][] rows = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            rows[i][0] = i;
        }
        for (int j = 0; j <= right.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            for (int j = 1; j <= right.length(); j++) {
                rows[i][j] = cell(left, right, rows, i, j);
            }
        }
        return rows[left.length()][right.length()];
    }

    private static int cell(String left, String right, int[][] rows, int i, int j) {
        int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1), rows[i - 1][j - 1] + cost);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
