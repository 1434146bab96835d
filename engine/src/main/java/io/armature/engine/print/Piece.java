package io.armature.engine.print;

import io.armature.metadata.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A part of a template, its expressions compiled. */
sealed interface Piece {

    /** Text, some of it computed. */
    record Words(List<Part> parts) implements Piece {
        public Words {
            parts = List.copyOf(parts);
        }
    }

    /** What a style sheet says, as it is. */
    record Style(String css) implements Piece {}

    /**
     * An element.
     *
     * @param when shown only where it holds
     * @param each shown once for each of these rows
     * @param rich the expression whose rich text stands in it
     */
    record Element(
            String name,
            SequencedMap<String, List<Part>> attributes,
            Optional<Expression> when,
            Optional<Repeat> each,
            Optional<Expression> rich,
            List<Piece> children)
            implements Piece {
        public Element {
            children = List.copyOf(children);
        }
    }

    /**
     * Which rows an element stands for.
     *
     * @param path links to follow, then the list
     * @param entity of the rows
     */
    record Repeat(List<String> path, String entity) {
        public Repeat {
            path = List.copyOf(path);
        }
    }

    /** A part of a text: as it is, or computed. */
    sealed interface Part {
        /** Stands as it is. */
        record Plain(String text) implements Part {}

        /**
         * A value.
         *
         * @param look how the field at its end is shown, where it is a field
         */
        record Value(Expression expression, Optional<Look> look) implements Part {}
    }

    /**
     * What a field says of how its values look.
     *
     * @param type the field's type
     * @param options titles by key
     */
    record Look(String type, Map<String, String> options) {
        public Look {
            options = Map.copyOf(options);
        }
    }
}
