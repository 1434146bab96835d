package io.armature.engine.print;

import io.armature.engine.current.Translations;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.EntityName;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.type.Options;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/** How the fields and texts of a model look on paper, in one language. */
final class LookBook {

    private static final String BUNDLE = "io.armature.engine.print.prints";

    private final Model model;
    private final Translations translations;
    private final Locale locale;

    LookBook(Model model, Locale locale) {
        this.model = model;
        this.translations = Translations.of(model);
        this.locale = locale;
    }

    /** One of the engine's own words. */
    String own(String key) {
        return ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }

    /** How the field looks that a path ends in. */
    Optional<Piece.Look> at(String entity, List<String> path) {
        Optional<Entity> at = model.entity(entity);
        Optional<Field> field = Optional.empty();
        for (String name : path) {
            field = at.flatMap(known -> known.field(name));
            at = field.flatMap(Field::relation).map(Relation::target).flatMap(model::entity);
        }
        return field.map(this::look);
    }

    private Piece.Look look(Field field) {
        Map<String, String> options = new HashMap<>();
        Options.of(field.definition())
                .byKey()
                .values()
                .forEach(option -> options.put(option.key(), text(field, "options." + option.key(), option.title())));
        return new Piece.Look(field.type().name(), options);
    }

    String title(Field field) {
        return text(field, "title", field.title());
    }

    String title(Entity entity) {
        return entity(entity, "title", entity.title());
    }

    String plural(Entity entity) {
        return entity(entity, "plural", entity.plural());
    }

    /** A text that a pack's file says somewhere. */
    String of(Origin origin, String english) {
        return translations.text(locale, origin.pack(), "", english);
    }

    private String text(Field field, String property, String english) {
        String place = "entities." + EntityName.parse(field.level()).entity() + ".fields." + field.name();
        String pack = field.system() ? "sys" : field.origin().pack();
        return translations.text(locale, pack, place + "." + property, english);
    }

    private String entity(Entity entity, String property, String english) {
        String place = "entities." + entity.name().entity() + "." + property;
        return translations.text(locale, entity.name().pack(), place, english);
    }
}
