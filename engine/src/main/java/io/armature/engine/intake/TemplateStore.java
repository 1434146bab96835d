package io.armature.engine.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.util.List;
import java.util.UUID;

/** Statements about orders that are kept for the next file of the same kind. */
final class TemplateStore {

    private TemplateStore() {}

    /** By their names; each as the text of its JSON. */
    static List<String[]> of(SqlRunner sql, Tenant tenant, String entity) {
        return sql.list(
                Sql.of(
                        "select name, ordered::text from " + table(tenant)
                                + " where entity = ? order by name limit 200",
                        SqlValue.text(entity)),
                row -> new String[] {row.getString(1), row.getString(2)});
    }

    static void keep(SqlRunner sql, Tenant tenant, String entity, String name, JsonNode order, UUID by) {
        sql.update(Sql.of(
                "insert into " + table(tenant) + " (entity, name, ordered, updated_by) values (?, ?, ?::jsonb, ?)"
                        + " on conflict (entity, name) do update set ordered = excluded.ordered, updated_by = excluded.updated_by,"
                        + " updated_at = now()",
                SqlValue.text(entity),
                SqlValue.text(name),
                SqlValue.text(order.toString()),
                SqlValue.uuid(by)));
    }

    static int forget(SqlRunner sql, Tenant tenant, String entity, String name) {
        return sql.update(Sql.of(
                "delete from " + table(tenant) + " where entity = ? and name = ?",
                SqlValue.text(entity),
                SqlValue.text(name)));
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$import_template");
    }
}
