package io.armature.engine.screen;

import io.armature.engine.current.Translations;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.EntityName;
import io.armature.metadata.model.Field;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of one language: those of packs, and the few that the engine brings itself. */
final class Texts {

    private static final String BUNDLE = "io.armature.engine.screen.screens";

    private final Translations translations;
    private final Locale locale;

    Texts(Translations translations, Locale locale) {
        this.translations = translations;
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** One of the engine's own words: {@code overview}, {@code record}… */
    String own(String key) {
        return ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }

    /** A text that a pack's file says somewhere. */
    String of(Origin origin, String english) {
        return translations.text(locale, origin.pack(), "", english);
    }

    /** A text of a pack. */
    String of(String pack, String english) {
        return translations.text(locale, pack, "", english);
    }

    String title(Entity entity) {
        return entity(entity, "title", entity.title());
    }

    String plural(Entity entity) {
        return entity(entity, "plural", entity.plural());
    }

    String title(Field field) {
        return field(field, "title", field.title());
    }

    /** A text of a field: its {@code help}, the title of an option… */
    String field(Field field, String property, String english) {
        String place = "entities." + EntityName.parse(field.level()).entity() + ".fields." + field.name();
        String pack = field.system() ? "sys" : field.origin().pack();
        return translations.text(locale, pack, place + "." + property, english);
    }

    private String entity(Entity entity, String property, String english) {
        String place = "entities." + entity.name().entity() + "." + property;
        return translations.text(locale, entity.name().pack(), place, english);
    }
}
