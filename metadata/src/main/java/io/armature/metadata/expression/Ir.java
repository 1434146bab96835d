package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType;
import java.util.List;

/** The typed tree of an expression; what is kept, sent to browsers as JSON, and run by each back end. */
public sealed interface Ir {

    ValueType type();

    /** A value. Null has the Java value absent, so literals of null are {@link Nothing}. */
    record Literal(Object value, ValueType type) implements Ir {}

    /** {@code null}. */
    record Nothing() implements Ir {
        @Override
        public ValueType type() {
            return ValueType.Scalar.NULL;
        }
    }

    /**
     * A value of the record at hand or of one its links lead to: {@code customer.country.code}.
     *
     * @param base the variable in {@code any(lines, …)} bodies is the row itself: depth 0 is the innermost row, 1 the
     *     record around it
     * @param path members from there, all but the last being links
     */
    record Path(int base, List<String> path, ValueType type) implements Ir {
        public Path {
            path = List.copyOf(path);
        }
    }

    /** A value of the moment: {@code user.id}, {@code company}. */
    record Context(String name, ValueType type) implements Ir {}

    /** An operator or function, by its canonical name, such as {@code add}, {@code eq}, {@code upper}. */
    record Call(String function, List<Ir> arguments, ValueType type) implements Ir {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Choice(Ir condition, Ir then, Ir otherwise, ValueType type) implements Ir {}

    /** {@code [a, b]}. */
    record Items(List<Ir> items, ValueType type) implements Ir {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * {@code sum(lines.amount)}, {@code any(lines, qty > 10)}.
     *
     * @param rows where the rows come from: a path that ends in lines, an inverse or a many-to-many link
     * @param body computed on each row (depth 0 inside it is the row); for {@code count} without condition, true
     */
    record Aggregate(String function, Path rows, Ir body, ValueType type) implements Ir {}
}
