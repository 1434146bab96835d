package io.armature.engine.access;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.FieldChanges;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.identity.OwnAccount;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lends all rights of one user to another for a time. What was lent to somebody, he cannot lend on. */
public final class Delegations {
    private final Database database;
    private final StandingCache standings;
    private final Audit audit;
    private final Clock clock;

    public Delegations(Database database, StandingCache standings, Audit audit, Clock clock) {
        this.database = database;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Rights lent. */
    public record Delegation(
            UUID id, UUID delegator, UUID delegate, Instant since, Instant until, Optional<String> reason) {}

    /** Those that the caller gave or got; all of them for an administrator. */
    public List<Delegation> list(RequestContext context) {
        return database.direct(sql -> sql.list(
                Sql.of(
                        "select id, delegator, delegate, since, until, reason from " + table(context)
                                + " where ? or delegator = ? or delegate = ? order by until desc, id limit 500",
                        SqlValue.flag(context.user().isAdministrator()),
                        SqlValue.uuid(context.user().id()),
                        SqlValue.uuid(context.user().id())),
                row -> new Delegation(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString(6)))));
    }

    /**
     * Lends the rights of {@code delegator}, which is the caller unless he is an administrator.
     *
     * @throws ProblemException when the period is over, there is no such user, or somebody acts in the caller's name, which
     *     ends before the period would
     */
    public UUID lend(
            RequestContext context, UUID delegator, UUID delegate, Instant since, Instant until, String reason) {
        OwnAccount.requireInPerson(context.user(), "lend rights in another's name");
        if (!delegator.equals(context.user().id()) && !context.user().isAdministrator()) {
            throw Access.forbidden("lend the rights of others");
        }
        if (!until.isAfter(clock.instant()) || !until.isAfter(since)) {
            throw new ProblemException(Problem.inValue(ProblemCode.OUT_OF_RANGE, "until", "> " + since));
        }
        if (delegator.equals(delegate)) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_VALUE, "delegate", "somebody else", ""));
        }
        return database.transaction(transaction -> {
            UUID id = transaction
                    .first(
                            Sql.of(
                                    "insert into " + table(context)
                                            + " (created_by, delegator, delegate, since, until, reason)"
                                            + " select ?, d.id, u.id, ?, ?, ? from " + users(context) + " d, "
                                            + users(context)
                                            + " u where d.id = ? and u.id = ? and u.active returning id",
                                    SqlValue.uuid(context.user().id()),
                                    SqlValue.instant(since),
                                    SqlValue.instant(until),
                                    SqlValue.text(reason),
                                    SqlValue.uuid(delegator),
                                    SqlValue.uuid(delegate)),
                            row -> row.getObject(1, UUID.class))
                    .orElseThrow(() -> new ProblemException(
                            Problem.inValue(ProblemCode.LINK_NOT_FOUND, "delegate", "sys.user", "id = " + delegate)));
            note(
                    context,
                    transaction,
                    delegate,
                    "lend",
                    new FieldChanges()
                            .with("delegator", null, delegator)
                            .with("delegate", null, delegate)
                            .with("since", null, since)
                            .with("until", null, until)
                            .with("reason", null, reason));
            standings.forget(transaction, context.tenant());
            return id;
        });
    }

    /** Ends one that the caller gave, or as an administrator any. */
    public void end(RequestContext context, UUID id) {
        boolean ended = database.transaction(transaction -> {
            Optional<Ended> gone = transaction.first(
                    Sql.of(
                            "delete from " + table(context)
                                    + " where id = ? and (? or delegator = ?) returning delegator, delegate, until",
                            SqlValue.uuid(id),
                            SqlValue.flag(context.user().isAdministrator()),
                            SqlValue.uuid(context.user().id())),
                    row -> new Ended(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getObject(3, OffsetDateTime.class).toInstant()));
            gone.ifPresent(one -> {
                note(
                        context,
                        transaction,
                        one.delegate(),
                        "end",
                        new FieldChanges()
                                .with("delegator", one.delegator(), null)
                                .with("delegate", one.delegate(), null)
                                .with("until", one.until(), null));
                standings.forget(transaction, context.tenant());
            });
            return gone.isPresent();
        });
        if (!ended) {
            throw new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", "delegation " + id, ""));
        }
    }

    private record Ended(UUID delegator, UUID delegate, Instant until) {}

    private void note(RequestContext context, SqlRunner transaction, UUID about, String what, FieldChanges changes) {
        audit.note(
                transaction,
                context.tenant(),
                AuditEntry.of("delegation", "sys.user", context.origin())
                        .by(context.user().id())
                        .about(about)
                        .changing(changes)
                        .with("{\"change\": \"" + what + "\"}"));
    }

    private static String table(RequestContext context) {
        return StandingStore.table(context.schema(), "sys$delegation");
    }

    private static String users(RequestContext context) {
        return StandingStore.table(context.schema(), "sys$user");
    }
}
