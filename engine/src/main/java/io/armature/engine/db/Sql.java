package io.armature.engine.db;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement: text with a {@code ?} for each value. Values are never part of the text; an operator with a question
 * mark is written {@code ??}, as JDBC wants it.
 */
public record Sql(String text, List<SqlValue> values) {

    public Sql {
        values = List.copyOf(values);
    }

    public static Sql of(String text, SqlValue... values) {
        return new Sql(text, List.of(values));
    }

    /** This statement with another behind it, texts joined as they are. */
    public Sql then(Sql next) {
        List<SqlValue> all = new ArrayList<>(values);
        all.addAll(next.values);
        return new Sql(text + next.text, all);
    }
}
