package io.armature.engine.site;

import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds in a model where data of a person stand: in his own record, and in those that link to it. */
final class PersonPlaces {

    private static final Optional<String> PERSONAL = Optional.of("personal");

    /** Never told and never told of. */
    private static final Set<String> SECRET = Set.of("password", "secret");

    private PersonPlaces() {}

    /**
     * Records of one entity that are about the person.
     *
     * @param key the column that holds the person's id: {@code id}, or a link
     * @param fields personal ones with a column in the entity's own table
     */
    record Place(Entity entity, String key, List<Field> fields) {}

    static List<Place> of(Model model, Entity person) {
        List<Place> places = new ArrayList<>();
        for (Entity entity : model.entities().values()) {
            List<Field> personal = entity.stored() ? personal(entity) : List.of();
            if (personal.isEmpty()) {
                continue;
            }
            if (entity.root().equals(person.root())) {
                places.add(new Place(entity, "id", personal));
            }
            for (Field field : entity.ownFields()) {
                if (!field.system()
                        && field.columns().size() == 1
                        && field.relation().orElse(null) instanceof Relation.Link link
                        && model.require(link.target()).root().equals(person.root())) {
                    places.add(new Place(entity, field.column().name(), personal));
                }
            }
        }
        return places;
    }

    static List<Field> personal(Entity entity) {
        return entity.ownFields().stream()
                .filter(field -> field.definition().text("sensitivity").equals(PERSONAL))
                .filter(field -> !field.columns().isEmpty()
                        && !SECRET.contains(field.type().name()))
                .toList();
    }
}
