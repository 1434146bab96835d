package io.armature.metadata.model;

import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.type.ColumnType;
import io.armature.metadata.type.FieldType;
import io.armature.metadata.type.FieldTypes;
import io.armature.metadata.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a written field into a compiled one, all but its expressions. */
final class FieldBuilder {

    /** The column beside a translated text that holds the other languages. */
    static final String TRANSLATIONS_SUFFIX = "_i18n";

    private final FieldTypes types = FieldTypes.standard();
    private final Map<String, EntityDraft> drafts;
    private final Problems problems;

    FieldBuilder(Map<String, EntityDraft> drafts, Problems problems) {
        this.drafts = drafts;
        this.problems = problems;
    }

    /** The field, or nothing (and a problem) when its type or the entity it leads to is unknown. */
    Optional<Field> build(EntityDraft entity, FieldDefinition field) {
        Optional<FieldType> type = types.find(field.type());
        if (type.isEmpty()) {
            problems.add(Problem.error(
                    ProblemCode.UNKNOWN_FIELD_TYPE,
                    field.property("type")
                            .map(node -> node.position())
                            .orElse(field.origin().position()),
                    "fields." + field.name() + ".type",
                    field.type(),
                    Suggestion.question(field.type(), types.names())));
            return Optional.empty();
        }
        return targetKnown(field) ? Optional.of(build(entity, field, type.get())) : Optional.empty();
    }

    private static Field build(EntityDraft entity, FieldDefinition field, FieldType type) {
        ValueType valueType = type.valueType(field);
        boolean computed = field.property("formula").isPresent() || field.type().equals("lookup");
        boolean stored = computed && field.flag("stored");
        return new Field(
                field.name(),
                field.text("title").or(() -> field.text("label")).orElse(Words.title(field.name())),
                type,
                field,
                entity.fullName(),
                valueType,
                computed && !stored ? List.of() : columns(field, type),
                relation(entity, field, valueType),
                field.flag("required"),
                field.flag("unique"),
                field.flag("readOnly") || computed,
                field.flag("setOnce"),
                field.flag("translated"),
                field.name().startsWith("_"),
                stored,
                FieldRules.NONE);
    }

    private static List<Field.Column> columns(FieldDefinition field, FieldType type) {
        List<Field.Column> columns = new ArrayList<>();
        type.columns(field)
                .forEach(column -> columns.add(
                        new Field.Column(Identifiers.shorten(field.name() + column.suffix()), column.type())));
        if (field.flag("translated") && !columns.isEmpty()) {
            columns.add(new Field.Column(Identifiers.shorten(field.name() + TRANSLATIONS_SUFFIX), ColumnType.JSONB));
        }
        return columns;
    }

    private static Optional<Relation> relation(EntityDraft entity, FieldDefinition field, ValueType type) {
        return switch (type) {
            case ValueType.Reference reference -> Optional.of(new Relation.Link(reference.entity(), onDelete(field)));
            case ValueType.Rows rows
            when field.text("by").isPresent() ->
                Optional.of(new Relation.Lines(rows.entity(), field.text("by").orElseThrow()));
            case ValueType.Rows rows ->
                Optional.of(new Relation.Links(
                        rows.entity(), Identifiers.shorten(table(entity.name()) + "$" + field.name())));
            case ValueType.Scalar scalar -> Optional.empty();
            case ValueType.AnyReference any -> Optional.empty();
            case ValueType.ListOf list -> Optional.empty();
        };
    }

    private static Relation.OnDelete onDelete(FieldDefinition field) {
        return switch (field.text("onDelete").orElse("restrict")) {
            case "cascade" -> Relation.OnDelete.CASCADE;
            case "clear" -> Relation.OnDelete.CLEAR;
            default -> Relation.OnDelete.RESTRICT;
        };
    }

    /** The table of an entity; {@code $} occurs in no name, so two entities never share one. */
    static String table(EntityName name) {
        return Identifiers.shorten(name.pack() + "$" + name.entity());
    }

    private boolean targetKnown(FieldDefinition field) {
        Optional<String> key = field.text("to").isPresent() ? Optional.of("to") : Optional.of("of");
        Optional<String> missing = key.flatMap(field::text).filter(target -> !drafts.containsKey(target));
        missing.ifPresent(target -> problems.add(Problem.error(
                ProblemCode.UNKNOWN_ENTITY,
                field.property(key.get()).orElseThrow().position(),
                "fields." + field.name() + "." + key.get(),
                target,
                Suggestion.question(target, drafts.keySet()))));
        return missing.isEmpty();
    }
}
