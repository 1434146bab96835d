package io.armature.metadata.foreign.jinja;

import java.util.List;

/** A part of a template. Expressions are Python's, as they were written. */
public sealed interface Jinja {

    /** Text as it stands. */
    record Words(String text) implements Jinja {}

    /** {@code {{ expression }}}. */
    record Value(String expression) implements Jinja {}

    /** {@code {% set name = expression %}}. */
    record Assign(String name, String expression) implements Jinja {}

    /** {@code {% for name in list %}}. */
    record Loop(String name, String list, List<Jinja> body) implements Jinja {
        public Loop {
            body = List.copyOf(body);
        }
    }

    /** {@code {% if condition %}} with what else there is, of which the last may have no condition. */
    record Choice(List<Branch> branches) implements Jinja {
        public Choice {
            branches = List.copyOf(branches);
        }
    }

    /**
     * One way of a choice.
     *
     * @param condition empty for {@code {% else %}}
     */
    record Branch(String condition, List<Jinja> body) {
        public Branch {
            body = List.copyOf(body);
        }
    }
}
