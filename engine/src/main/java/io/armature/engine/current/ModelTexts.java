package io.armature.engine.current;

import io.armature.metadata.definition.Origin;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.EntityName;
import io.armature.metadata.model.Field;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of one language: those of packs, and the few that a room of the engine brings itself. */
public abstract class ModelTexts {

    private final Translations translations;
    private final Locale locale;
    private final String bundle;

    /** @param bundle where the room's own words stand */
    protected ModelTexts(Translations translations, Locale locale, String bundle) {
        this.translations = translations;
        this.locale = locale;
        this.bundle = bundle;
    }

    public final Locale locale() {
        return locale;
    }

    /** One of the room's own words. */
    public final String own(String key) {
        return ResourceBundle.getBundle(
                        bundle,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }

    /** A text that a pack's file says somewhere. */
    public final String of(Origin origin, String english) {
        return of(origin.pack(), english);
    }

    /** A text of a pack. */
    public final String of(String pack, String english) {
        return translations.text(locale, pack, "", english);
    }

    public final String title(Entity entity) {
        return entity(entity, "title", entity.title());
    }

    public final String plural(Entity entity) {
        return entity(entity, "plural", entity.plural());
    }

    public final String title(Field field) {
        return field(field, "title", field.title());
    }

    /** A text of a field: its {@code help}, the title of an option… */
    public final String field(Field field, String property, String english) {
        String place = "entities." + EntityName.parse(field.level()).entity() + ".fields." + field.name();
        String pack = field.system() ? "sys" : field.origin().pack();
        return translations.text(locale, pack, place + "." + property, english);
    }

    private String entity(Entity entity, String property, String english) {
        String place = "entities." + entity.name().entity() + "." + property;
        return translations.text(locale, entity.name().pack(), place, english);
    }
}
