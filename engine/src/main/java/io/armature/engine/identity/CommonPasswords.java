package io.armature.engine.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passwords that guessers try first: a list of words, in all the usual disguises (capitals, digits for letters, a year or a
 * sign at the end), runs of keys or of the alphabet, and few characters again and again.
 */
final class CommonPasswords {

    private static final String LIST = "/io/armature/engine/identity/common-passwords.txt";
    private static final Map<Character, Character> DISGUISES = Map.ofEntries(
            Map.entry('0', 'o'),
            Map.entry('1', 'i'),
            Map.entry('3', 'e'),
            Map.entry('4', 'a'),
            Map.entry('5', 's'),
            Map.entry('7', 't'),
            Map.entry('8', 'b'),
            Map.entry('@', 'a'),
            Map.entry('$', 's'),
            Map.entry('!', 'i'),
            Map.entry('€', 'e'));
    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiopasdfghjklzxcvbnm",
            "azertyuiopqsdfghjklmwxcvbn",
            "qwertzuiopasdfghjklyxcvbnm",
            "1q2w3e4r5t6y7u8i9o0p",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "qazwsxedcrfvtgbyhnujm");
    private static final int SHORTEST_RUN = 4;
    private static final int FEW = 3;
    private static final int SHORTEST_NAME = 4;

    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    static CommonPasswords load() {
        try (InputStream stream = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST), LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new CommonPasswords(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean contains(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return lower.chars().distinct().count() <= FEW
                || isRuns(lower)
                || forms(lower).anyMatch(form -> words.contains(form) || isTwice(form));
    }

    /** Whether a password is hardly more than a user's name. */
    boolean resembles(String password, String username) {
        String name = letters(username.toLowerCase(Locale.ROOT));
        return name.length() >= SHORTEST_NAME
                && (password.equalsIgnoreCase(username)
                        || forms(password.toLowerCase(Locale.ROOT)).anyMatch(form -> form.equals(name)));
    }

    /** What may be meant: the text without what stands around its letters, disguised letters as such or left out. */
    private static Stream<String> forms(String lower) {
        String core = lower.replaceAll("^[^a-z]+|[^a-z]+$", "");
        String shown = letters(unmask(lower.replaceAll("[\\d\\p{Punct}]+$", "")));
        return Stream.of(lower, core, letters(lower), letters(unmask(lower)), letters(unmask(core)), shown)
                .filter(form -> form.length() >= FEW)
                .distinct();
    }

    private boolean isTwice(String form) {
        int half = form.length() / 2;
        return form.length() % 2 == 0
                && form.substring(0, half).equals(form.substring(half))
                && words.contains(form.substring(0, half));
    }

    private static String unmask(String text) {
        return text.chars()
                .mapToObj(at -> String.valueOf(DISGUISES.getOrDefault((char) at, (char) at)))
                .collect(Collectors.joining());
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]", "");
    }

    /** Whether the text is nothing but runs, forwards or backwards, of at least four keys each. */
    private static boolean isRuns(String text) {
        int at = 0;
        while (at < text.length()) {
            int length = longestRun(text.substring(at));
            if (length < SHORTEST_RUN) {
                return false;
            }
            at += length;
        }
        return true;
    }

    private static int longestRun(String text) {
        int length = Math.min(SHORTEST_RUN, text.length());
        if (!isRun(text.substring(0, length))) {
            return 0;
        }
        while (length < text.length() && isRun(text.substring(0, length + 1))) {
            length++;
        }
        return length;
    }

    private static boolean isRun(String text) {
        String backwards = new StringBuilder(text).reverse().toString();
        return RUNS.stream().anyMatch(run -> run.contains(text) || run.contains(backwards));
    }
}
