package io.armature.engine.event;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The one statement of the outbox that is sent while somebody else's transaction goes on. */
final class OutboxSql {

    private OutboxSql() {}

    static Sql insert(Tenant tenant, Event event) {
        Map<String, SqlValue> row = Outbox.row(event);
        String columns =
                String.join(", ", row.keySet().stream().map(Identifiers::quote).toList());
        String places = String.join(", ", Collections.nCopies(row.size(), "?"));
        return new Sql(
                "insert into " + Identifiers.quote(tenant.schema(), Outbox.TABLE) + " (" + columns + ") values ("
                        + places + ")",
                List.copyOf(row.values()));
    }
}
