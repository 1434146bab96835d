package io.armature.engine.notify;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the people that a text speaks to: {@code @zoe}, {@code @zoe.martin@firm.example}. */
final class Mentions {

    private static final int MOST = 50;
    /** Behind a blank or a bracket, so that addresses of mail are not taken for people; a full stop ends a sentence. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}._@+-])@([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._@+-]{0,98}[\\p{L}\\p{N}_])?)");

    private Mentions() {}

    /** User names, in lower case. */
    static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        NAME.matcher(text)
                .results()
                .limit(MOST)
                .forEach(found -> names.add(found.group(1).toLowerCase(Locale.ROOT)));
        return names;
    }
}
