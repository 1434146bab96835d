package io.armature.engine.screen;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.Translations;
import io.armature.engine.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * The texts of the screens themselves in languages that only packs bring: what stands under {@code interface:} in their files
 * {@code i18n/<locale>.yaml}. They tell nothing of what a tenant has, so that strangers can be asked to sign in by them.
 */
@Singleton
public final class InterfaceTexts {

    private static final String PLACE = "interface.";

    private final CurrentModels models;
    private final ModelTexts texts;

    public InterfaceTexts(CurrentModels models, ModelTexts texts) {
        this.models = models;
        this.texts = texts;
    }

    /**
     * What the packs of a tenant bring.
     *
     * @param languages the tags of all languages
     * @param texts those of one of them, by their names
     */
    public record Brought(List<String> languages, SortedMap<String, String> texts) {}

    /** What is brought, with the texts in a language. */
    public Brought of(Tenant tenant, Locale locale) {
        Translations translations = texts.of(models.of(tenant));
        return new Brought(translations.languages(PLACE), translations.below(locale, PLACE));
    }
}
