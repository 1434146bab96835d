package io.armature.engine.access;

import io.armature.engine.access.Standing.Shared;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.identity.User;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.expression.Identifiers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what counts for users beside their roles. */
final class StandingStore {
    private StandingStore() {}

    private record Change(String name, String document) {}

    static RoleChanges changes(SqlRunner sql, String schema) {
        Map<String, RoleDefinition> roles = new LinkedHashMap<>();
        StringBuilder all = new StringBuilder();
        for (Change change : sql.list(
                Sql.of("select name, document::text from " + table(schema, "sys$role_change") + " order by name"),
                row -> new Change(row.getString(1), row.getString(2)))) {
            RoleDocuments.read(change.name(), change.document().getBytes(StandardCharsets.UTF_8))
                    .role()
                    .ifPresent(role -> roles.put(change.name(), role));
            all.append(change.name()).append(change.document());
        }
        boolean lent = sql.one(
                Sql.of("select exists (select from " + table(schema, "sys$share") + ") or exists (select from "
                        + table(schema, "sys$delegation") + " where until > now())"),
                row -> row.getBoolean(1));
        return new RoleChanges(all.isEmpty() ? "" : RoleDocuments.digest(all.toString()), roles, lent);
    }

    static List<Shared> shares(SqlRunner sql, String schema, User user) {
        return sql.list(
                Sql.of(
                        "select entity, record, verb, until from " + table(schema, "sys$share")
                                + " where (\"user\" = ? or team = any(?::uuid[])) and (until is null or until > now())",
                        SqlValue.uuid(user.id()),
                        SqlValue.uuids(List.copyOf(user.teams()))),
                row -> new Shared(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        Share.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }

    /** Who lent his rights, and when. */
    record Loan(UUID delegator, Instant since, Instant until) {}

    static List<Loan> loans(SqlRunner sql, String schema, UUID user) {
        return sql.list(
                Sql.of(
                        "select delegator, since, until from " + table(schema, "sys$delegation")
                                + " where delegate = ? and until > now() order by delegator, id",
                        SqlValue.uuid(user)),
                row -> new Loan(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant()));
    }

    static String table(String schema, String name) {
        return Identifiers.quote(schema, name);
    }
}
