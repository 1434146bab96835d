package io.armature.engine.query.read;

import io.armature.engine.access.Rule;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.query.sql.AmongSql;
import io.armature.engine.query.sql.QuerySql;
import io.armature.engine.query.sql.Slot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Asks of which records a rule holds. */
public final class Among {
    private Among() {}

    /** Those of some records of an entity that are there and of which the rule holds; in one statement. */
    public static Set<UUID> of(SqlRunner runner, ReadContext context, String entity, Collection<UUID> ids, Rule rule) {
        if (ids.isEmpty() || rule.isNone()) {
            return Set.of();
        }
        QuerySql sql = AmongSql.of(context.model(), entity, rule, context.target());
        Arguments arguments = new Arguments(context).set(Slot.KEY, List.copyOf(ids));
        return new HashSet<>(runner.list(arguments.of(sql), row -> row.getObject(1, UUID.class)));
    }
}
