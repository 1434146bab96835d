package io.armature.engine.workflow;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.expression.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A way from some states to another.
 *
 * @param title in English
 * @param from names of states; empty for every one but the final ones and {@code to}
 * @param roles full names of the roles of which a caller needs one; empty when the grant is enough
 * @param guard what must hold of the record before it leaves
 * @param message what to say when it does not, in English; empty for the condition itself
 * @param set the values that it writes, by field
 * @param approval who must agree before it is taken
 * @param copies whether it makes a new record of this one, which stays where it is
 * @param definition as the pack says it
 */
public record Transition(
        String name,
        String title,
        Set<String> from,
        String to,
        List<String> roles,
        Optional<Expression> guard,
        String message,
        SequencedMap<String, Expression> set,
        Optional<Approval> approval,
        boolean copies,
        WorkflowDefinition.Transition definition) {

    public Transition {
        from = Set.copyOf(from);
        roles = List.copyOf(roles);
        set = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(set));
    }

    /** The same, leading elsewhere: what it does to another workflow of the record. */
    public Transition to(String state) {
        return new Transition(
                name,
                title,
                Set.of(),
                state,
                roles,
                Optional.empty(),
                "",
                new LinkedHashMap<>(),
                Optional.empty(),
                false,
                definition);
    }

    /** Whether a comment must be given. */
    public boolean comment() {
        return definition.comment();
    }

    /** Something that screens show of it: {@code icon}, {@code confirm}. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(definition.settings().get(name))
                .filter(Node.TextNode.class::isInstance)
                .map(node -> ((Node.TextNode) node).value());
    }

    /** Whether it leaves a state. */
    public boolean leaves(State state) {
        return from.isEmpty() ? !state.isFinal() && !state.name().equals(to) : from.contains(state.name());
    }
}
