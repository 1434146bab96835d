package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.AnyReference;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said of value types: their names, their SQL types, and which fit which. */
final class Types {

    private Types() {}

    /** How people read it: {@code text}, {@code dateTime}, {@code link to crm.customer}. */
    static String name(ValueType type) {
        return switch (type) {
            case Scalar.DATE_TIME -> "dateTime";
            case Scalar scalar -> scalar.name().toLowerCase(Locale.ROOT);
            case Reference(var entity) -> "link to " + entity;
            case AnyReference() -> "link";
            case Rows(var entity) -> "records of " + entity;
            case ListOf(var item) -> "list of " + name(item);
        };
    }

    /** The PostgreSQL type that carries it. */
    static String sql(ValueType type) {
        return switch (type) {
            case Scalar.TEXT, Scalar.NULL -> "text";
            case Scalar.INTEGER -> "bigint";
            case Scalar.DECIMAL -> "numeric";
            case Scalar.BOOLEAN -> "boolean";
            case Scalar.DATE -> "date";
            case Scalar.TIME -> "time without time zone";
            case Scalar.DATE_TIME -> "timestamp with time zone";
            case Scalar.DURATION -> "interval";
            case Scalar.JSON -> "jsonb";
            case Reference _, AnyReference _ -> "uuid";
            case ListOf(var item) -> sql(item) + "[]";
            case Rows _ -> throw new IllegalArgumentException("Records have no SQL type: " + type);
        };
    }

    static boolean isNumber(ValueType type) {
        return type == Scalar.INTEGER || type == Scalar.DECIMAL;
    }

    static boolean isReference(ValueType type) {
        return type instanceof Reference || type instanceof AnyReference;
    }

    /** Whether {@code <} is defined on it. */
    static boolean isOrdered(ValueType type) {
        return switch (type) {
            case Scalar.TEXT,
                    Scalar.INTEGER,
                    Scalar.DECIMAL,
                    Scalar.DATE,
                    Scalar.TIME,
                    Scalar.DATE_TIME,
                    Scalar.DURATION -> true;
            case Scalar.BOOLEAN, Scalar.JSON, Scalar.NULL -> false;
            case Reference _, AnyReference _, Rows _, ListOf _ -> false;
        };
    }

    /** The type that holds the values of both, if there is one. */
    static Optional<ValueType> common(Scope scope, ValueType left, ValueType right) {
        if (left.equals(right) || right == Scalar.NULL) {
            return Optional.of(left);
        }
        if (left == Scalar.NULL) {
            return Optional.of(right);
        }
        if (isNumber(left) && isNumber(right)) {
            return Optional.of(Scalar.DECIMAL);
        }
        if (left instanceof ListOf(var one) && right instanceof ListOf(var other)) {
            return common(scope, one, other).map(ListOf::new);
        }
        return commonReference(scope, left, right);
    }

    private static Optional<ValueType> commonReference(Scope scope, ValueType left, ValueType right) {
        if (left instanceof Reference(var one) && right instanceof Reference(var other)) {
            if (lineage(scope, one).contains(other)) {
                return Optional.of(right);
            }
            return lineage(scope, other).contains(one) ? Optional.of(left) : Optional.empty();
        }
        return isReference(left) && isReference(right) ? Optional.of(new AnyReference()) : Optional.empty();
    }

    /** The entities that share a record with it; itself alone where the scope does not know it. */
    static List<String> lineage(Scope scope, String entity) {
        return scope.memberNames(entity).isEmpty() ? List.of(entity) : scope.lineage(entity);
    }
}
