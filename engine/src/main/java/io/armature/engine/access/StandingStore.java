package io.armature.engine.access;

import io.armature.engine.access.Standing.Shared;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.identity.User;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.expression.Identifiers;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private static final String SHARES =
            "select entity, record, verb, until, \"user\", team from %s" + " where (until is null or until > now())";
    private static final String LOANS = "select delegator, delegate, since, until from %s where until > now()";

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
                        SHARES.formatted(table(schema, "sys$share")) + " and (\"user\" = ? or team = any(?::uuid[]))",
                        SqlValue.uuid(user.id()),
                        SqlValue.uuids(List.copyOf(user.teams()))),
                row -> granted(row).shared());
    }

    /** Something shared with a user or a team. */
    record Granted(Optional<UUID> user, Optional<UUID> team, Shared shared) {
        boolean isFor(User other) {
            return user.filter(other.id()::equals).isPresent()
                    || team.filter(other.teams()::contains).isPresent();
        }
    }

    static List<Granted> allShares(SqlRunner sql, String schema) {
        return sql.list(Sql.of(SHARES.formatted(table(schema, "sys$share"))), StandingStore::granted);
    }

    private static Granted granted(ResultSet row) throws SQLException {
        return new Granted(
                Optional.ofNullable(row.getObject(5, UUID.class)),
                Optional.ofNullable(row.getObject(6, UUID.class)),
                new Shared(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        Share.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }

    /** Who lent his rights to whom, and when. */
    record Loan(UUID delegator, UUID delegate, Instant since, Instant until) {}

    static List<Loan> loans(SqlRunner sql, String schema, UUID user) {
        return sql.list(
                Sql.of(
                        LOANS.formatted(table(schema, "sys$delegation")) + " and delegate = ? order by delegator, id",
                        SqlValue.uuid(user)),
                StandingStore::loan);
    }

    static List<Loan> allLoans(SqlRunner sql, String schema) {
        return sql.list(
                Sql.of(LOANS.formatted(table(schema, "sys$delegation")) + " order by delegator, id"),
                StandingStore::loan);
    }

    private static Loan loan(ResultSet row) throws SQLException {
        return new Loan(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    static String table(String schema, String name) {
        return Identifiers.quote(schema, name);
    }
}
