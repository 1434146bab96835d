package io.armature.engine.write;

import io.armature.metadata.definition.AssignmentDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule that assigns records, compiled.
 *
 * @param name full name
 * @param level the entity of the lineage whose table has the field
 */
record AssignmentRule(
        String name,
        AssignmentDefinition definition,
        Entity level,
        Field field,
        Optional<Expression> when,
        Optional<Expression> user) {

    /** The rules for an entity's records, in the order of their names. */
    static List<AssignmentRule> of(Model model, Entity entity) {
        List<AssignmentRule> rules = new ArrayList<>();
        model.definitions(Kind.ASSIGNMENT).forEach((name, any) -> {
            if (any instanceof AssignmentDefinition rule && entity.lineage().contains(qualified(rule.entity(), rule))) {
                entity.lineage().stream()
                        .map(model::require)
                        .filter(level -> level.ownFields().stream()
                                .anyMatch(field -> field.name().equals(rule.field())))
                        .findFirst()
                        .ifPresent(level -> rules.add(new AssignmentRule(
                                name,
                                rule,
                                level,
                                level.field(rule.field()).orElseThrow(),
                                compiled(rule.when(), entity, model, Scalar.BOOLEAN),
                                compiled(rule.user(), entity, model, new Reference(model.userEntity())))));
            }
        });
        return rules;
    }

    private static Optional<Expression> compiled(
            Optional<String> text, Entity entity, Model model, ValueType expected) {
        return text.flatMap(written -> new ExpressionCompiler()
                .compile(written, entity.fullName(), model, Optional.of(expected))
                .result());
    }

    /** The role's full name. */
    Optional<String> role() {
        return definition.role().map(role -> qualified(role, definition));
    }

    private static String qualified(String name, AssignmentDefinition rule) {
        return rule.origin().fullName(name);
    }
}
