package io.armature.engine.query.sql;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.SqlFragment;
import java.util.List;

/** Writes that a condition holds of a record as it is now, in a statement that tells of its past. */
final class StillReadable {
    private StillReadable() {}

    /**
     * The condition, which asks the tables of today.
     *
     * @param id of the record of the past
     */
    static SqlFragment of(RowsFactory factory, String id, Expression rule) {
        Rows now = factory.rows(rule.entity());
        SqlFragment holds = now.condition(List.of(), rule);
        SqlFragment whole = new SqlBuilder()
                .add(id + " in (select " + now.id(List.of()) + " from ")
                .add(now.from())
                .add(" where ")
                .add(holds)
                .add(")")
                .build();
        // HistorySql knows tables by their names as they are usually written, and leaves those alone that have a blank
        // within.
        String schema = Identifiers.quote(factory.target().schema()) + ".";
        return new SqlFragment(whole.text().replace(schema, schema + " "), whole.binds());
    }
}
