package io.armature.engine.access;

import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.FieldChanges;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.definition.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Takes a role from those who hold it once nothing of it is left, so that a role of the same name, made later, finds nobody.
 * What only changed a pack's role leaves that as it was, with all who hold it.
 */
public final class RoleHolders {
    /** Rows of roles, with what the engine asks of their holders. */
    public static final String ROWS = "sys$role";

    /** Roles as administrators wrote them. */
    public static final String DOCUMENTS = "sys$role_change";

    private RoleHolders() {}

    /**
     * Takes it from them unless it is there by other means.
     *
     * @param elsewhere the table that may still have it, beside packs
     * @return of each whom it was taken from, what the trail is to tell
     */
    public static List<AuditEntry> release(SqlRunner sql, RequestContext context, String role, String elsewhere) {
        return context.model().definitions(Kind.ROLE).containsKey(role) || isKept(sql, context, role, elsewhere)
                ? List.of()
                : taken(sql, context, role);
    }

    /** A pack that is switched off has its roles still. */
    private static boolean isKept(SqlRunner sql, RequestContext context, String role, String elsewhere) {
        String schema = context.schema();
        return sql.first(
                        Sql.of(
                                "select 1 from " + StandingStore.table(schema, elsewhere) + " where name = ? union all"
                                        + " select 1 from " + StandingStore.table(schema, "sys$pack")
                                        + " where not active and name = split_part(?, '.', 1)",
                                SqlValue.text(role),
                                SqlValue.text(role)),
                        row -> row.getInt(1))
                .isPresent();
    }

    private static List<AuditEntry> taken(SqlRunner sql, RequestContext context, String role) {
        String users = StandingStore.table(context.schema(), "sys$user");
        return sql.list(
                Sql.of(
                        "with held as (select id, roles from " + users + " where roles @> array[?::text] for update)"
                                + " update " + users + " as u set roles = array_remove(u.roles, ?::text),"
                                + " version = u.version + 1 from held where u.id = held.id"
                                + " returning u.id, u.version, held.roles, u.roles",
                        SqlValue.text(role),
                        SqlValue.text(role)),
                row -> entry(context, row));
    }

    private static AuditEntry entry(RequestContext context, ResultSet row) throws SQLException {
        String changes =
                new FieldChanges().with("roles", names(row, 3), names(row, 4)).json();
        return AuditEntry.of("update", "sys.user", context.origin())
                .about(row.getObject(1, UUID.class))
                .by(context.user().id())
                .changing(row.getLong(2), changes);
    }

    private static List<String> names(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
