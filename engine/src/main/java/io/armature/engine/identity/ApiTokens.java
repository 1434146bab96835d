package io.armature.engine.identity;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.FieldChanges;
import io.armature.engine.audit.Origin;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tokens for programs that work in a user's name: shown once, stored hashed. Safe for many threads. */
public final class ApiTokens {

    private static final String ENTITY = "sys.token";
    private static final int LONGEST_NAME = 150;

    private final Database database;
    private final CallerCache callers;
    private final Audit audit;
    private final Secrets secrets = new Secrets();

    public ApiTokens(Database database, CallerCache callers, Audit audit) {
        this.database = database;
        this.callers = callers;
        this.audit = audit;
    }

    /**
     * A token to make.
     *
     * @param scopes how far it reaches
     * @param expires when it stops working, never when empty
     */
    public record Order(String name, Scopes scopes, Optional<Instant> expires) {}

    /** A token of the list, without its secret. */
    public record Listed(
            UUID id,
            String username,
            String name,
            List<String> scopes,
            Instant createdAt,
            Optional<Instant> expiresAt) {}

    /** @param token what is shown this once */
    public record Made(UUID id, String token) {}

    public Made create(Tenant tenant, UUID user, Order order, UUID actor, Origin origin) {
        if (order.name().isBlank() || order.name().length() > LONGEST_NAME) {
            throw new ProblemException(Problem.inValue(ProblemCode.TOO_LONG, "name", String.valueOf(LONGEST_NAME)));
        }
        String token = secrets.create(Callers.TOKEN_PREFIX);
        return database.transaction(sql -> {
            UUID id = sql.one(
                    Sql.of(
                            "insert into " + table(tenant)
                                    + " (\"user\", owner, created_by, name, token_hash, expires_at, scopes)"
                                    + " values (?, ?, ?, ?, ?, ?, ?) returning id",
                            SqlValue.uuid(user),
                            SqlValue.uuid(user),
                            SqlValue.uuid(actor),
                            SqlValue.text(order.name()),
                            new SqlValue(Secrets.hash(token), "bytea"),
                            SqlValue.instant(order.expires().orElse(null)),
                            SqlValue.texts(order.scopes().texts())),
                    row -> row.getObject(1, UUID.class));
            audit.note(
                    sql,
                    tenant,
                    AuditEntry.of("token", ENTITY, origin)
                            .about(id)
                            .by(actor)
                            .changing(new FieldChanges()
                                    .with("user", null, user)
                                    .with("name", null, order.name())
                                    .with("scopes", null, order.scopes().texts())
                                    .with("expires_at", null, order.expires().orElse(null))));
            return new Made(id, token);
        });
    }

    /** The tokens of a user; everybody's when empty. */
    public List<Listed> list(Tenant tenant, Optional<UUID> user) {
        return database.direct(sql -> sql.list(
                Sql.of(
                        "select t.id, u.username, t.name, t.scopes, t.created_at, t.expires_at from " + table(tenant)
                                + " t join " + Identifiers.quote(tenant.schema(), "sys$user")
                                + " u on u.id = t.\"user\""
                                + " where t.\"user\" = coalesce(?, t.\"user\") order by t.created_at desc",
                        SqlValue.uuid(user.orElse(null))),
                row -> new Listed(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        List.of((String[]) row.getArray(4).getArray()),
                        row.getTimestamp(5).toInstant(),
                        Optional.ofNullable(row.getTimestamp(6)).map(Timestamp::toInstant))));
    }

    /**
     * Revokes a token; every node refuses it at once.
     *
     * @param user whose it must be; anybody's when empty
     * @throws ProblemException when there is no such token
     */
    public void revoke(Tenant tenant, UUID token, Optional<UUID> user, UUID actor, Origin origin) {
        database.transaction(sql -> {
            int gone = sql.update(Sql.of(
                    "delete from " + table(tenant) + " where id = ? and \"user\" = coalesce(?, \"user\")",
                    SqlValue.uuid(token),
                    SqlValue.uuid(user.orElse(null))));
            if (gone == 0) {
                throw new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", "token " + token, ""));
            }
            callers.forget(sql, tenant);
            audit.note(
                    sql,
                    tenant,
                    AuditEntry.of("delete", ENTITY, origin).about(token).by(actor));
            return token;
        });
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$token");
    }
}
