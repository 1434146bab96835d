package io.armature.engine.write;

import io.armature.engine.workflow.Workflow;
import io.armature.engine.workflow.Workflows;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Constraint;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What writing needs to know of one entity.
 *
 * @param formulas fields whose formula is stored, each after those it looks at
 * @param checks rules that a whole record keeps
 * @param required fields that must have a value when an expression says so
 * @param readOnly fields that may not be written when an expression says so
 * @param defaults fields with a value for new records that give none
 * @param linked links with a record that new records link to when they give none
 * @param workflows whose states its records have
 * @param owners whose lines its records may be, where some state freezes such lines
 * @param files fields whose values are files
 * @param assignments rules that give records to somebody
 */
record EntityPlan(
        Entity entity,
        Layout layout,
        List<Rule> formulas,
        List<CheckRule> checks,
        List<Rule> required,
        List<Rule> readOnly,
        List<Rule> defaults,
        List<CopyRule> copies,
        List<LinkDefault> linked,
        List<Workflow> workflows,
        List<LineOwner> owners,
        List<Field> files,
        List<AssignmentRule> assignments) {

    private static final Set<String> FILES = Set.of("file", "files", "image");

    EntityPlan {
        formulas = List.copyOf(formulas);
        checks = List.copyOf(checks);
        required = List.copyOf(required);
        readOnly = List.copyOf(readOnly);
        defaults = List.copyOf(defaults);
        copies = List.copyOf(copies);
        linked = List.copyOf(linked);
        workflows = List.copyOf(workflows);
        owners = List.copyOf(owners);
        files = List.copyOf(files);
        assignments = List.copyOf(assignments);
    }

    /**
     * An expression of a field.
     *
     * @param needs the members it looks at
     */
    record Rule(Field field, Expression expression, Set<String> needs) {}

    /** An expression that may not be false. */
    record CheckRule(Constraint.Check check, Set<String> needs) {}

    static EntityPlan of(Model model, Entity entity, Workflows workflows) {
        List<CheckRule> checks = new ArrayList<>();
        for (Constraint constraint : entity.constraints()) {
            if (constraint instanceof Constraint.Check check) {
                checks.add(new CheckRule(check, Dependencies.of(model, check.expression())));
            }
        }
        return new EntityPlan(
                entity,
                Layout.of(model, entity),
                ordered(rules(
                        model, entity, field -> field.stored() ? field.rules().formula() : Optional.empty())),
                checks,
                rules(model, entity, field -> field.rules().required()),
                rules(model, entity, field -> field.rules().readOnly()),
                rules(model, entity, field -> field.rules().defaultValue()),
                CopyRule.of(entity),
                LinkDefault.of(entity),
                workflows.of(entity),
                LineOwner.of(model, entity, workflows),
                entity.fields().values().stream()
                        .filter(field -> field.relation()
                                .filter(relation -> !(relation instanceof Relation.Lines))
                                .filter(relation -> FILES.contains(field.type().name()))
                                .isPresent())
                        .toList(),
                AssignmentRule.of(model, entity));
    }

    private static List<Rule> rules(
            Model model, Entity entity, java.util.function.Function<Field, Optional<Expression>> rule) {
        List<Rule> rules = new ArrayList<>();
        for (Field field : entity.fields().values()) {
            rule.apply(field)
                    .ifPresent(
                            expression -> rules.add(new Rule(field, expression, Dependencies.of(model, expression))));
        }
        return rules;
    }

    /** Each formula behind those it needs; the compiler has refused circles. */
    private static List<Rule> ordered(List<Rule> formulas) {
        SequencedMap<String, Rule> byName = new LinkedHashMap<>();
        formulas.forEach(formula -> byName.put(formula.field().name(), formula));
        Set<Rule> ordered = new LinkedHashSet<>();
        formulas.forEach(formula -> place(formula, byName, ordered));
        return List.copyOf(ordered);
    }

    private static void place(Rule formula, Map<String, Rule> byName, Set<Rule> ordered) {
        for (String need : formula.needs()) {
            Rule other = byName.get(need);
            if (other != null && !ordered.contains(other) && other != formula) {
                place(other, byName, ordered);
            }
        }
        ordered.add(formula);
    }

    /** The lines fields of the entity, by name. */
    Map<String, Relation.Lines> lines() {
        Map<String, Relation.Lines> lines = new LinkedHashMap<>();
        for (Field field : entity.fields().values()) {
            if (field.relation().orElse(null) instanceof Relation.Lines relation) {
                lines.put(field.name(), relation);
            }
        }
        return lines;
    }
}
