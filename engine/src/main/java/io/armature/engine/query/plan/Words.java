package io.armature.engine.query.plan;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The words that a list is searched for, as far as its statement depends on them.
 *
 * @param count how many there are
 * @param indexed how many of them the index of trigrams can find
 */
public record Words(int count, int indexed) {
    public static final Words NONE = new Words(0, 0);

    /** Pieces of three letters are what the index knows. */
    private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");

    public static Words of(List<String> words) {
        return words.isEmpty()
                ? NONE
                : new Words(words.size(), (int)
                        words.stream().filter(Words::isIndexed).count());
    }

    /** Whether the index of trigrams finds texts with a piece. */
    static boolean isIndexed(String piece) {
        return TRIGRAM.matcher(piece).find();
    }
}
