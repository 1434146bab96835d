package io.armature.metadata.expression;

import java.util.List;

/**
 * A piece of SQL with a {@code ?} for each bind. Values are never part of the text.
 */
public record SqlFragment(String text, List<Bind> binds) {

    public SqlFragment {
        binds = List.copyOf(binds);
    }

    public static SqlFragment of(String text, Bind... binds) {
        return new SqlFragment(text, List.of(binds));
    }

    /** What stands for a {@code ?}. */
    public sealed interface Bind {

        /** A value known when the SQL is made. {@code sqlType} is what {@code format_type} prints. */
        record Value(Object value, String sqlType) implements Bind {}

        /** A value of the moment: {@code now}, {@code today}, {@code user.id}, {@code user.teams}, {@code company}… */
        record Context(String name, String sqlType) implements Bind {}

        /** A value given with each run of a kept statement, by its place; for planners. */
        record Parameter(int index, String sqlType) implements Bind {}
    }
}
