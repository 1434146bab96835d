package io.armature.metadata.model;

import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an index holds records in the order of their labels, so that the first rows of a list in that order are there at once however
 * many follow. The schema makes that index, and lists that nobody described are sorted by it; else they begin with what is new.
 */
public final class LabelOrder {

    /** Characters, each of up to four bytes: an index entry may have 2704 bytes. */
    private static final int LONGEST = 600;

    private LabelOrder() {}

    /** The label to make an index for; none where another index begins with it, or where it may be too long for any. */
    public static Optional<Field> indexed(Entity entity) {
        return own(entity).filter(label -> !leads(entity, label) && isShort(label));
    }

    /** Whether records are held in the order of their labels. */
    public static boolean holds(Entity entity, Model model) {
        return entity.field(entity.label()).filter(label -> !label.system()).stream()
                .anyMatch(label -> {
                    Entity level = model.require(label.level());
                    return level.field(label.name())
                                    .filter(field -> leads(level, field))
                                    .isPresent()
                            || indexed(level)
                                    .map(Field::name)
                                    .filter(label.name()::equals)
                                    .isPresent();
                });
    }

    /** Lines are reached through their parents: one more index would cost every write for nothing. */
    private static Optional<Field> own(Entity entity) {
        return entity.field(entity.label())
                .filter(label -> !label.system() && label.level().equals(entity.fullName()))
                .filter(_ -> entity.stored() && entity.managed() && !entity.lineOf());
    }

    private static boolean isShort(Field label) {
        if (!(label.valueType() instanceof Scalar type) || label.columns().isEmpty()) {
            return false;
        }
        return switch (type) {
            case INTEGER, DECIMAL, DATE, TIME, DATE_TIME -> label.columns().size() == 1;
            case TEXT ->
                label.type().schema(label.definition()).path("maxLength").asInt(Integer.MAX_VALUE) <= LONGEST;
            case BOOLEAN, DURATION, JSON, NULL -> false;
        };
    }

    /** Whether an index begins with the field whatever its label is. */
    private static boolean leads(Entity entity, Field field) {
        if (field.columns().isEmpty() || !(field.valueType() instanceof ValueType.Scalar)) {
            return false;
        }
        Stream<List<String>> rules = entity.constraints().stream()
                .filter(rule -> rule.level().equals(entity.fullName()))
                .map(rule -> rule instanceof Constraint.Unique unique ? unique.fields() : List.of());
        return field.unique()
                || field.definition().flag("index")
                || Stream.of(rules, entity.indexes().stream(), Stream.of(entity.key()))
                        .flatMap(names -> names)
                        .filter(names -> !names.isEmpty())
                        .anyMatch(names -> names.getFirst().equals(field.name()));
    }
}
