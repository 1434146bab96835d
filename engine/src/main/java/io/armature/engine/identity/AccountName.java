package io.armature.engine.identity;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which names accounts may have: such as people can tell from one another. Whoever chooses his name at a provider where
 * anybody may sign up shall not look like somebody else.
 */
public final class AccountName {
    /** An example for whoever chose another kind. */
    public static final String EXAMPLE = "ada.lovelace";

    /** What the entity {@code sys.user} allows. */
    static final int LONGEST = 100;

    /** Signs that nobody sees, or that move others; blanks but for single ones between words. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]|[\\p{Z}&&[^ ]]|^ | $|  ");

    private static final Set<UnicodeScript> OF_ALL = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

    /** Scripts that are written beside one another, and of which none has the other's letters. */
    private static final Set<UnicodeScript> TOGETHER = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private AccountName() {}

    /** Whether nothing about a name is hidden, written in another way than usual, or taken from another script. */
    public static boolean isPlain(String name) {
        if (!Normalizer.isNormalized(name, Form.NFKC) || UNSEEN.matcher(name).find()) {
            return false;
        }
        Set<UnicodeScript> scripts = name.codePoints()
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UnicodeScript.class)));
        scripts.removeAll(OF_ALL);
        return scripts.size() <= 1 || TOGETHER.containsAll(scripts);
    }
}
