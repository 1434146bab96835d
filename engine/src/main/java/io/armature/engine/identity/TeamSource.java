package io.armature.engine.identity;

import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entity of a pack whose records are teams: it lists users in a field whose inverse is called {@code teams}. Who is
 * named by a field {@code manager} or {@code leader} has the team too, and all below it where teams form a tree.
 *
 * @param table of the entity
 * @param junction between teams and users
 * @param parent the column of the team above, if there is one
 * @param managers columns of those who lead
 */
record TeamSource(String table, String junction, Optional<String> parent, List<String> managers) {

    private static final String USER = "sys.user";
    private static final String INVERSE = "teams";
    private static final String PARENT = "parent";
    private static final List<String> MANAGERS = List.of("manager", "leader");

    TeamSource {
        managers = List.copyOf(managers);
    }

    /** All of a model, in its order. */
    static List<TeamSource> of(Model model) {
        return model.entities().values().stream()
                .filter(Entity::stored)
                .flatMap(TeamSource::of)
                .toList();
    }

    /** Whether the records of an entity say who is in which team. */
    static boolean isTeam(Entity entity) {
        return of(entity).findAny().isPresent();
    }

    private static Stream<TeamSource> of(Entity entity) {
        return entity.ownFields().stream()
                .filter(field -> field.definition().text("inverse").equals(Optional.of(INVERSE)))
                .flatMap(field -> field.relation().stream())
                .filter(relation -> relation.target().equals(USER))
                .filter(Relation.Links.class::isInstance)
                .map(relation -> new TeamSource(
                        entity.table(), ((Relation.Links) relation).table(), column(entity, PARENT), managers(entity)));
    }

    private static Optional<String> column(Entity entity, String name) {
        return links(entity)
                .filter(field -> field.name().equals(name))
                .map(field -> field.column().name())
                .findFirst();
    }

    private static List<String> managers(Entity entity) {
        return links(entity)
                .filter(field -> MANAGERS.contains(field.name()))
                .filter(field -> field.relation().map(Relation::target).equals(Optional.of(USER)))
                .map(Field::column)
                .map(Field.Column::name)
                .toList();
    }

    private static Stream<Field> links(Entity entity) {
        return entity.ownFields().stream().filter(field -> field.relation().orElse(null) instanceof Relation.Link);
    }

    /** Selects the ids of the teams of the user {@code u.id}. */
    String sql(String schema) {
        String members =
                "select " + Identifiers.quote(Relation.Links.SOURCE) + " from " + Identifiers.quote(schema, junction)
                        + " where " + Identifiers.quote(Relation.Links.TARGET) + " = u.id";
        if (managers.isEmpty()) {
            return members;
        }
        String teams = Identifiers.quote(schema, table);
        String led = managers.stream()
                .map(column -> Identifiers.quote(column) + " = u.id")
                .reduce((one, other) -> one + " or " + other)
                .orElseThrow();
        String below = parent.map(column -> " union select t.id from " + teams + " t join led on t."
                        + Identifiers.quote(column) + " = led.id")
                .orElse("");
        return members + " union (with recursive led(id) as (select id from " + teams + " where " + led + below
                + ") select id from led)";
    }
}
