package io.armature.engine.query.sql;

import io.armature.engine.query.plan.Order;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Writes orders, and the condition that a record comes after another one in an order. */
final class KeysetSql {
    private KeysetSql() {}

    /** An order and its value as SQL. */
    record Key(Order order, SqlFragment value) {}

    /** What stands behind {@code order by}. */
    static SqlFragment orderBy(List<Key> keys) {
        return new SqlBuilder()
                .join(
                        ", ",
                        keys.stream()
                                .map(key -> SqlBuilder.wrap("", key.value(), direction(key.order())))
                                .toList())
                .build();
    }

    /** Plain columns never empty can use any index, in both directions: nothing is said of nulls then. */
    static String direction(Order order) {
        String direction = order.descending() ? " desc" : "";
        // Empty ones come first of what descends, and last of what ascends, where nothing is said.
        return !order.nullable() || order.descending() == order.emptyFirst()
                ? direction
                : direction + (order.emptyFirst() ? " nulls first" : " nulls last");
    }

    /** The condition that a record comes after the one whose values are given, some of which are empty. */
    static SqlFragment after(List<Key> keys, List<Boolean> empty) {
        boolean plain = keys.stream().noneMatch(key -> key.order().nullable())
                && keys.stream().map(key -> key.order().descending()).distinct().count() == 1;
        return plain ? compared(keys) : SqlBuilder.wrap("(", stepwise(keys, empty, 0), ")");
    }

    /** {@code (a, b, id) > (?, ?, ?)}, which an index on a, b answers. */
    private static SqlFragment compared(List<Key> keys) {
        List<SqlFragment> given = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            given.add(given(keys, i));
        }
        return new SqlBuilder()
                .add("(")
                .join(", ", keys.stream().map(Key::value).toList())
                .add(keys.getFirst().order().descending() ? ") < (" : ") > (")
                .join(", ", given)
                .add(")")
                .build();
    }

    /** Behind in this key, or equal in it and behind in those that follow. */
    private static SqlFragment stepwise(List<Key> keys, List<Boolean> empty, int place) {
        SqlFragment value = keys.get(place).value();
        boolean last = place == keys.size() - 1;
        if (empty.get(place)) {
            SqlFragment equal = SqlBuilder.wrap("", value, " is null");
            SqlFragment rest = last ? SqlFragment.of("false") : both(equal, stepwise(keys, empty, place + 1));
            return keys.get(place).order().emptyFirst()
                    ? new SqlBuilder()
                            .add(value)
                            .add(" is not null or ")
                            .add(rest)
                            .build()
                    : rest;
        }
        SqlFragment behind = behind(keys, place);
        if (last) {
            return behind;
        }
        SqlFragment equal =
                new SqlBuilder().add(value).add(" = ").add(given(keys, place)).build();
        return new SqlBuilder()
                .add(behind)
                .add(" or ")
                .add(both(equal, stepwise(keys, empty, place + 1)))
                .build();
    }

    private static SqlFragment behind(List<Key> keys, int place) {
        Key key = keys.get(place);
        SqlBuilder behind = new SqlBuilder()
                .add(key.value())
                .add(key.order().descending() ? " < " : " > ")
                .add(given(keys, place));
        if (key.order().nullable() && !key.order().emptyFirst()) {
            behind.add(" or ").add(key.value()).add(" is null");
        }
        return behind.build();
    }

    private static SqlFragment both(SqlFragment left, SqlFragment right) {
        return new SqlBuilder()
                .add("(")
                .add(left)
                .add(" and (")
                .add(right)
                .add("))")
                .build();
    }

    private static SqlFragment given(List<Key> keys, int place) {
        ValueType type = keys.get(place).order().expression().type();
        int slot = Slot.AFTER + place;
        return type == Scalar.DATE_TIME
                ? SqlBuilder.wrap("(", Slot.of(slot, "timestamp"), " at time zone 'UTC')")
                : Slot.of(slot, sqlType(type));
    }

    private static String sqlType(ValueType type) {
        return switch (type) {
            case Scalar scalar ->
                switch (scalar) {
                    case TEXT, JSON, NULL -> "text";
                    case INTEGER -> "bigint";
                    case DECIMAL -> "numeric";
                    case BOOLEAN -> "boolean";
                    case DATE -> "date";
                    case TIME -> "time";
                    case DATE_TIME -> "timestamptz";
                    case DURATION -> "interval";
                };
            case ValueType.Reference reference -> "uuid";
            case ValueType.AnyReference any -> "text";
            case ValueType.Rows rows -> "text";
            case ValueType.ListOf list -> "text";
        };
    }
}
