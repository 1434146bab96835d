package io.armature.engine.print;

import io.armature.engine.current.ModelTexts;
import io.armature.engine.current.Translations;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.type.Options;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the fields and texts of a model look on paper, in one language. */
final class LookBook extends ModelTexts {

    /** Where the words of the room stand. */
    static final String BUNDLE = "io.armature.engine.print.prints";

    private final Model model;

    LookBook(Model model, Locale locale) {
        super(Translations.of(model), locale, BUNDLE);
        this.model = model;
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
                .forEach(option -> options.put(option.key(), field(field, "options." + option.key(), option.title())));
        return new Piece.Look(field.type().name(), options);
    }
}
