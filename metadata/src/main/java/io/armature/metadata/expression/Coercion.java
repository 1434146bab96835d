package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.AnyReference;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Makes a value one of another type where nothing is lost by it. */
final class Coercion {

    private final Scope scope;

    Coercion(Scope scope) {
        this.scope = scope;
    }

    /** The value as one of {@code type}; empty where it does not fit. */
    Optional<Ir> to(Ir value, ValueType type) {
        if (value.type().equals(type) || value.type() == Scalar.NULL) {
            return Optional.of(value);
        }
        if (value.type() == Scalar.INTEGER && type == Scalar.DECIMAL) {
            return Optional.of(decimal(value));
        }
        if (value instanceof Ir.Items(var items, var _) && type instanceof ListOf(var item)) {
            return items(items, item);
        }
        if (value.type() instanceof ListOf(var from) && type instanceof ListOf(var to)) {
            boolean fits =
                    Types.isReference(from) && Types.common(scope, from, to).isPresent();
            return fits ? Optional.of(value) : Optional.empty();
        }
        return isReference(value.type(), type) ? Optional.of(value) : Optional.empty();
    }

    /** As {@link #to}; and a text in quotes is read as a date, a duration, an id… where one is expected. */
    Optional<Ir> reading(Ir value, ValueType type) {
        if (value instanceof Ir.Literal(String text, var _) && type != Scalar.TEXT) {
            return Literals.read(text, type);
        }
        if (value instanceof Ir.Items(var items, var _) && type instanceof ListOf(var item)) {
            return items(items, item);
        }
        return to(value, type);
    }

    private Optional<Ir> items(List<Ir> items, ValueType item) {
        List<Ir> fitting =
                items.stream().flatMap(it -> reading(it, item).stream()).toList();
        return fitting.size() == items.size() ? Optional.of(new Ir.Items(fitting, new ListOf(item))) : Optional.empty();
    }

    private static Ir decimal(Ir value) {
        return value instanceof Ir.Literal(Long number, var _)
                ? new Ir.Literal(BigDecimal.valueOf(number), Scalar.DECIMAL)
                : new Ir.Call("decimal.integer", List.of(value), Scalar.DECIMAL);
    }

    private boolean isReference(ValueType from, ValueType to) {
        if (from instanceof Reference(var one) && to instanceof Reference(var other)) {
            return Types.lineage(scope, one).contains(other);
        }
        return Types.isReference(from) && to instanceof AnyReference;
    }
}
