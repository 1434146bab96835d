package io.armature.engine.screen;

import io.armature.engine.current.ModelTexts;
import io.armature.engine.current.Translations;
import java.util.Locale;

/** What screens say, in one language. Their own words are {@code overview}, {@code record}… */
final class Texts extends ModelTexts {

    private static final String BUNDLE = "io.armature.engine.screen.screens";

    Texts(Translations translations, Locale locale) {
        super(translations, locale, BUNDLE);
    }
}
