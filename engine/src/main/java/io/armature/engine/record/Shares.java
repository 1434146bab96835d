package io.armature.engine.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Share;
import io.armature.engine.access.StandingCache;
import io.armature.engine.access.Verb;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.db.Transaction;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Shares one record with a user or a team, to read or to change, until a moment. */
public final class Shares {
    private final Database database;
    private final RecordReads reads;
    private final StandingCache standings;
    private final Audit audit;
    private final Clock clock;

    public Shares(Database database, RecordReads reads, StandingCache standings, Audit audit, Clock clock) {
        this.database = database;
        this.reads = reads;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
    }

    /** With whom a record is shared: a user, or a team. */
    public record Shared(
            UUID id, Optional<UUID> user, Optional<UUID> team, String verb, Optional<Instant> until, UUID sharedBy) {}

    /** What somebody wants to share. */
    public record Wish(Optional<UUID> user, Optional<UUID> team, Share share, Optional<Instant> until) {}

    /** All that share a record which the caller may read. */
    public List<Shared> list(RequestContext context, Entity entity, UUID record) {
        return database.direct(sql -> {
            require(context, sql, Verb.READ, entity, record);
            return sql.list(
                    Sql.of(
                            "select id, \"user\", team, verb, until, created_by from " + table(context)
                                    + " where entity = ? and record = ? order by created_at, id limit 1000",
                            SqlValue.text(entity.fullName()),
                            SqlValue.uuid(record)),
                    row -> new Shared(
                            row.getObject(1, UUID.class),
                            Optional.ofNullable(row.getObject(2, UUID.class)),
                            Optional.ofNullable(row.getObject(3, UUID.class)),
                            row.getString(4),
                            Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant),
                            row.getObject(6, UUID.class)));
        });
    }

    /**
     * Shares a record; whoever shares it to be changed must be allowed to change it himself. Rights that somebody has only
     * because the record was shared with him, or because others lent him theirs, do not count: they would outlast their end.
     *
     * @throws ProblemException when the caller may not, or there is no such user or team
     */
    public UUID share(RequestContext context, Entity entity, UUID record, Wish wish) {
        if (wish.user().isPresent() == wish.team().isPresent()) {
            throw new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "user", "user or team"));
        }
        if (wish.until().filter(until -> !until.isAfter(clock.instant())).isPresent()) {
            throw new ProblemException(Problem.inValue(ProblemCode.OUT_OF_RANGE, "until", "> now"));
        }
        return database.transaction(transaction -> {
            require(context, transaction, Verb.READ, entity, record);
            may(context, transaction, Verb.SHARE, entity, record);
            if (wish.share() == Share.WRITE) {
                may(context, transaction, Verb.UPDATE, entity, record);
            }
            wish.user().ifPresent(user -> known(context, transaction, user));
            UUID id = transaction.one(
                    Sql.of(
                            "insert into " + table(context)
                                    + " (created_by, entity, record, \"user\", team, verb, until) values (?, ?, ?, ?, ?, ?, ?)"
                                    + " on conflict (" + (wish.user().isPresent() ? "\"user\"" : "team")
                                    + ", record, entity) where " + (wish.user().isPresent() ? "\"user\"" : "team")
                                    + " is not null do update set verb = excluded.verb, until = excluded.until,"
                                    + " created_by = excluded.created_by returning id",
                            SqlValue.uuid(context.user().id()),
                            SqlValue.text(entity.fullName()),
                            SqlValue.uuid(record),
                            new SqlValue(wish.user().orElse(null), "uuid"),
                            new SqlValue(wish.team().orElse(null), "uuid"),
                            SqlValue.text(wish.share().verb()),
                            new SqlValue(wish.until().orElse(null), "timestamp with time zone")),
                    row -> row.getObject(1, UUID.class));
            note(
                    context,
                    transaction,
                    entity,
                    record,
                    "share",
                    details(id)
                            .put(
                                    wish.user().isPresent() ? "user" : "team",
                                    wish.user().or(wish::team).orElseThrow().toString())
                            .put("verb", wish.share().verb())
                            .put("until", wish.until().map(Instant::toString).orElse(null)));
            standings.forget(transaction, context.tenant());
            return id;
        });
    }

    /** Ends a share: of one's own making, or of a record that one may share. */
    public void end(RequestContext context, Entity entity, UUID record, UUID id) {
        database.transaction(transaction -> {
            require(context, transaction, Verb.READ, entity, record);
            boolean may = reads.mayPassOn(context, transaction, Verb.SHARE, entity, record);
            long ended = transaction.update(Sql.of(
                    "delete from " + table(context)
                            + " where id = ? and entity = ? and record = ? and (? or created_by = ? or \"user\" = ?)",
                    SqlValue.uuid(id),
                    SqlValue.text(entity.fullName()),
                    SqlValue.uuid(record),
                    SqlValue.flag(may),
                    SqlValue.uuid(context.user().id()),
                    SqlValue.uuid(context.user().id())));
            if (ended == 0) {
                throw missing(entity, record + "/shares/" + id);
            }
            note(context, transaction, entity, record, "unshare", details(id));
            standings.forget(transaction, context.tenant());
            return ended;
        });
    }

    private void require(
            RequestContext context, io.armature.engine.db.SqlRunner sql, String verb, Entity entity, UUID record) {
        if (!entity.stored() || !reads.may(context, sql, verb, entity, record)) {
            throw missing(entity, record + "/shares");
        }
    }

    private void may(RequestContext context, Transaction sql, String verb, Entity entity, UUID record) {
        if (!reads.mayPassOn(context, sql, verb, entity, record)) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.RECORD_FORBIDDEN,
                    "",
                    verb,
                    entity.fullName(),
                    "Ask an administrator for a role that may."));
        }
    }

    private static void known(RequestContext context, Transaction sql, UUID user) {
        boolean there = sql.one(
                Sql.of(
                        "select exists (select from " + Identifiers.quote(context.schema(), "sys$user")
                                + " where id = ? and active)",
                        SqlValue.uuid(user)),
                row -> row.getBoolean(1));
        if (!there) {
            throw new ProblemException(Problem.inValue(ProblemCode.LINK_NOT_FOUND, "user", "sys.user", "id = " + user));
        }
    }

    private static ObjectNode details(UUID share) {
        return JsonNodeFactory.instance.objectNode().put("share", share.toString());
    }

    private void note(
            RequestContext context, Transaction sql, Entity entity, UUID record, String what, ObjectNode details) {
        audit.note(
                sql,
                context.tenant(),
                AuditEntry.of(what, entity.fullName(), context.origin())
                        .by(context.user().id())
                        .about(record)
                        .with(details.toString()));
    }

    private static ProblemException missing(Entity entity, String what) {
        return new ProblemException(Problem.inValue(
                ProblemCode.NOT_FOUND,
                "",
                entity.name().pack() + "/" + entity.name().entity() + "/" + what,
                ""));
    }

    private static String table(RequestContext context) {
        return Identifiers.quote(context.schema(), "sys$share");
    }

    /** The word of a request. */
    public static Share verb(String word) {
        try {
            return Share.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(Problem.inValue(ProblemCode.UNKNOWN_OPTION, "verb", word, "read, write"));
        }
    }
}
