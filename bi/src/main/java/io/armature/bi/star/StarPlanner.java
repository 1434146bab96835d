package io.armature.bi.star;

import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Derives the star. An entity is a fact when it has an amount, a quantity or another number to add up; whatever a fact
 * links to is a dimension, a fact too if it has numbers of its own.
 */
public final class StarPlanner {

    private static final Set<Scalar> DESCRIBING =
            Set.of(Scalar.TEXT, Scalar.BOOLEAN, Scalar.DATE, Scalar.DATE_TIME, Scalar.INTEGER, Scalar.DECIMAL);
    private static final Set<String> LONG_TEXTS = Set.of("longText", "markdown", "html", "code", "password", "secret");
    private static final Set<String> CODES = Set.of("rating");

    private StarPlanner() {}

    public static Star plan(Model model) {
        SequencedMap<String, Fact> facts = new LinkedHashMap<>();
        SequencedMap<String, Dimension> dimensions = new LinkedHashMap<>();
        model.entities().values().stream()
                .filter(entity -> entity.stored() && entity.managed())
                .forEach(entity -> fact(model, entity).ifPresent(fact -> facts.put(entity.fullName(), fact)));
        facts.values().stream()
                .flatMap(fact -> fact.keys().stream())
                .map(DimensionKey::dimension)
                .distinct()
                .forEach(name -> dimensions.put(name, dimension(model.require(name))));
        return new Star(facts, dimensions);
    }

    private static Optional<Fact> fact(Model model, Entity entity) {
        List<StarColumn> measures = columns(entity, StarPlanner::isMeasure);
        if (measures.isEmpty()) {
            return Optional.empty();
        }
        List<DimensionKey> keys = entity.fields().values().stream()
                .filter(field -> !field.system() && field.relation().orElse(null) instanceof Relation.Link)
                .filter(field -> !field.columns().isEmpty())
                .filter(field ->
                        model.entity(target(field)).filter(Entity::managed).isPresent())
                .map(field -> new DimensionKey(column(field), target(field)))
                .toList();
        return Optional.of(new Fact(
                entity.fullName(),
                Identifiers.shorten("fact_" + entity.table()),
                measures,
                keys,
                columns(entity, field -> isAttribute(field) && !isMeasure(field))));
    }

    private static Dimension dimension(Entity entity) {
        return new Dimension(
                entity.fullName(),
                Identifiers.shorten("dim_" + entity.table()),
                columns(entity, StarPlanner::isAttribute));
    }

    private static String target(Field field) {
        return field.relation().map(Relation::target).orElseThrow();
    }

    private static List<StarColumn> columns(Entity entity, Predicate<Field> wanted) {
        return entity.fields().values().stream()
                .filter(field -> !field.system()
                        && field.columns().size() == 1
                        && field.relation().isEmpty())
                .filter(wanted)
                .map(StarPlanner::column)
                .toList();
    }

    private static StarColumn column(Field field) {
        return new StarColumn(
                field.name(),
                field.level(),
                field.column().name(),
                field.column().type().sql());
    }

    /** Numbers that mean an amount of something; a rating's stars do not add up. */
    private static boolean isMeasure(Field field) {
        return (field.valueType() == Scalar.DECIMAL || field.valueType() == Scalar.INTEGER)
                && !CODES.contains(field.type().name());
    }

    private static boolean isAttribute(Field field) {
        return field.valueType() instanceof Scalar scalar
                && DESCRIBING.contains(scalar)
                && !LONG_TEXTS.contains(field.type().name());
    }
}
