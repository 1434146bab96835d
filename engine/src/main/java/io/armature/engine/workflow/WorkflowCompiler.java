package io.armature.engine.workflow;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.type.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Compiles definitions that the pack's check has passed. What cannot be understood any more allows nothing. */
final class WorkflowCompiler {

    private static final String ANY = "*";
    private static final String ALL = "all";
    private static final String ROLE = "role:";

    private final Model model;
    private final ExpressionCompiler expressions = new ExpressionCompiler();

    WorkflowCompiler(Model model) {
        this.model = model;
    }

    /** The workflow; nothing where its entity or field is not there. */
    Optional<Workflow> compile(WorkflowDefinition definition) {
        String pack = definition.origin().pack();
        return model.entity(qualify(definition.entity(), pack))
                .flatMap(entity ->
                        entity.field(definition.field()).flatMap(field -> compile(definition, entity, field)));
    }

    private Optional<Workflow> compile(WorkflowDefinition definition, Entity entity, Field field) {
        String pack = definition.origin().pack();
        SequencedMap<String, State> states = new LinkedHashMap<>();
        definition.states().forEach((name, state) -> states.put(name, state(state, pack)));
        SequencedMap<String, Transition> transitions = new LinkedHashMap<>();
        definition.transitions().forEach((name, step) -> transitions.put(name, transition(step, entity, pack)));
        return definition.states().values().stream()
                .filter(WorkflowDefinition.State::initial)
                .findFirst()
                .map(initial -> new Workflow(
                        pack + "." + definition.name(),
                        pack,
                        entity,
                        field,
                        states,
                        transitions,
                        timers(definition, entity),
                        definition.version(),
                        states.getOrDefault(initial.name(), state(initial, pack))));
    }

    private static State state(WorkflowDefinition.State state, String pack) {
        boolean all = state.readOnly().equals(List.of(ALL));
        return new State(
                state.name(),
                state.title().orElseGet(() -> words(state.name())),
                state.color(),
                state.isFinal(),
                all,
                all ? Set.of() : Set.copyOf(state.readOnly()),
                Set.of(),
                state.required(),
                state.document(),
                state.branches().stream().map(name -> qualify(name, pack)).toList(),
                state.join());
    }

    private List<Timer> timers(WorkflowDefinition definition, Entity entity) {
        List<Timer> timers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (WorkflowDefinition.Timer timer : definition.timers()) {
            String base = timer.name().orElse(timer.in() + "_" + timer.after());
            String name = base;
            for (int twin = 2; !names.add(name); twin++) {
                name = base + "_" + twin;
            }
            timers.add(new Timer(
                    name,
                    timer.in(),
                    timer.after(),
                    timer.every(),
                    condition(timer.when(), entity),
                    timer.notified().stream()
                            .map(who -> notified(who, definition.origin().pack()))
                            .toList(),
                    timer.message().orElse(""),
                    timer.transition()));
        }
        return timers;
    }

    static String notified(String who, String pack) {
        return who.startsWith(ROLE) ? ROLE + qualify(who.substring(ROLE.length()), pack) : who;
    }

    private Optional<Expression> condition(Optional<String> text, Entity entity) {
        return text.filter(when -> !when.isBlank())
                .map(when -> expression(when, entity, ValueType.Scalar.BOOLEAN).orElseGet(() -> never(entity)));
    }

    private Transition transition(WorkflowDefinition.Transition step, Entity entity, String pack) {
        SequencedMap<String, Expression> set = new LinkedHashMap<>();
        step.set()
                .forEach((name, value) -> entity.field(name)
                        .flatMap(field -> expression(text(value), entity, field.valueType()))
                        .ifPresent(expression -> set.put(name, expression)));
        Optional<Expression> guard = condition(step.when(), entity);
        return new Transition(
                step.name(),
                step.title().orElseGet(() -> words(step.name())),
                step.from().contains(ANY) ? Set.of() : new HashSet<>(step.from()),
                step.to(),
                step.roles().stream().map(role -> qualify(role, pack)).toList(),
                guard,
                step.message().orElse(""),
                set,
                step.approvals().map(approvals -> approval(approvals, step, pack)),
                false,
                step);
    }

    private static Approval approval(
            WorkflowDefinition.Approvals approvals, WorkflowDefinition.Transition step, String pack) {
        List<String> by = approvals.by().isEmpty()
                ? step.roles().stream().map(role -> ROLE + role).toList()
                : approvals.by();
        return new Approval(
                by.stream().map(who -> notified(who, pack)).toList(),
                approvals.need(),
                approvals.inOrder() && !approvals.by().isEmpty(),
                approvals.self(),
                approvals.rejected(),
                approvals.returned());
    }

    private Expression never(Entity entity) {
        return expression("false", entity, ValueType.Scalar.BOOLEAN).orElseThrow();
    }

    private Optional<Expression> expression(String text, Entity entity, ValueType type) {
        return expressions
                .compile(text, entity.fullName(), model, Optional.of(type))
                .result();
    }

    /** A constant as the expression that says the same. */
    private static String text(Node value) {
        return switch (value) {
            case Node.TextNode text -> text.value();
            case Node.NumberNode number -> number.value().toPlainString();
            case Node.FlagNode flag -> Boolean.toString(flag.value());
            case Node.NullNode _, Node.MapNode _, Node.ListNode _ -> "null";
        };
    }

    private static String qualify(String name, String pack) {
        return Origin.fullName(name, pack);
    }

    /** {@code to_approve} as “To approve”. */
    private static String words(String name) {
        String spaced = name.replace('_', ' ');
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
