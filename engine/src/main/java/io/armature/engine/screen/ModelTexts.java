package io.armature.engine.screen;

import io.armature.engine.current.Translations;
import io.armature.metadata.model.Model;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The translations of each model, collected once. Safe for many threads. */
@Singleton
final class ModelTexts {

    /** More models than live at once, so that those of the past go. */
    private static final int KEPT = 64;

    private final Map<String, Translations> byDigest = new ConcurrentHashMap<>();

    Texts of(Model model, Locale locale) {
        return new Texts(of(model), locale);
    }

    Translations of(Model model) {
        if (byDigest.size() > KEPT) {
            byDigest.clear();
        }
        return byDigest.computeIfAbsent(model.digest(), _ -> Translations.of(model));
    }
}
