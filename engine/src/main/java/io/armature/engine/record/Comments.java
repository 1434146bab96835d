package io.armature.engine.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.engine.access.Verb;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.FieldChanges;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.event.Event;
import io.armature.engine.event.Outbox;
import io.armature.engine.write.Uuids;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people say about a record. */
public final class Comments {

    private static final int LONGEST = 20_000;
    private static final int MOST = 500;

    private static final String ENTITY = "sys.comment";

    private final Database database;
    private final RecordReads reads;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final Uuids ids = new Uuids();

    public Comments(Database database, RecordReads reads, Outbox outbox, Audit audit, Clock clock) {
        this.database = database;
        this.reads = reads;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody said. */
    public record Comment(UUID id, UUID author, Instant at, String text) {}

    /** All comments on a record, the oldest first. */
    public List<Comment> list(RequestContext context, Entity entity, UUID record) {
        check(context, entity, record);
        return database.direct(runner -> runner.list(
                Sql.of(
                        "select id, created_by, created_at, text from " + table(context)
                                + " where entity = ? and record = ? order by created_at, id limit " + MOST,
                        SqlValue.text(entity.fullName()),
                        SqlValue.uuid(record)),
                row -> new Comment(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4))));
    }

    /** Adds the comment {@code {"text": "…"}}. */
    public Comment add(RequestContext context, Entity entity, UUID record, JsonNode json) {
        check(context, entity, record);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Comment comment = new Comment(ids.next(now), context.user().id(), now, text(json));
        database.transaction(transaction -> {
            insert(context, transaction, entity, record, comment);
            outbox.add(transaction, context.tenant(), event(context, entity, record, comment));
            note(context, transaction, "create", new About(entity, record, comment.id()), null, comment.text());
            return comment;
        });
        return comment;
    }

    /** Whoever said it says it otherwise. */
    public Comment change(RequestContext context, Entity entity, UUID record, UUID comment, JsonNode json) {
        check(context, entity, record);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String text = text(json);
        return database.transaction(transaction -> {
            Before before = transaction
                    .first(
                            Sql.of(
                                    "update " + table(context) + " as c set text = ?, updated_at = ?, updated_by = ?,"
                                            + " version = c.version + 1 from (select id, text from " + table(context)
                                            + " where id = ? for update) as b where c.id = b.id and c.entity = ?"
                                            + " and c.record = ? and c.created_by = ? returning b.text, c.created_at",
                                    SqlValue.text(text),
                                    SqlValue.instant(now),
                                    SqlValue.uuid(context.user().id()),
                                    SqlValue.uuid(comment),
                                    SqlValue.text(entity.fullName()),
                                    SqlValue.uuid(record),
                                    SqlValue.uuid(context.user().id())),
                            row -> new Before(
                                    row.getString(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant()))
                    .orElseThrow(() -> notFound(entity, record, "/" + comment));
            note(context, transaction, "update", new About(entity, record, comment), before.text(), text);
            return new Comment(comment, context.user().id(), before.at(), text);
        });
    }

    /** What a comment said. */
    private record Before(String text, Instant at) {}

    /** Whoever said it takes it back; an administrator may do it for him. */
    public void remove(RequestContext context, Entity entity, UUID record, UUID comment) {
        check(context, entity, record);
        database.transaction(transaction -> {
            String before = transaction
                    .first(
                            Sql.of(
                                    "delete from " + table(context)
                                            + " where entity = ? and record = ? and id = ? and (created_by = ? or ?)"
                                            + " returning text",
                                    SqlValue.text(entity.fullName()),
                                    SqlValue.uuid(record),
                                    SqlValue.uuid(comment),
                                    SqlValue.uuid(context.user().id()),
                                    SqlValue.flag(context.user().isAdministrator())),
                            row -> row.getString(1))
                    .orElseThrow(() -> notFound(entity, record, "/" + comment));
            note(context, transaction, "delete", new About(entity, record, comment), before, null);
            return comment;
        });
    }

    /** A comment, and what it is about. */
    private record About(Entity entity, UUID record, UUID comment) {}

    private void note(
            RequestContext context,
            SqlRunner transaction,
            String action,
            About about,
            @Nullable String before,
            @Nullable String after) {
        audit.note(
                transaction,
                context.tenant(),
                AuditEntry.of(action, ENTITY, context.origin())
                        .by(context.user().id())
                        .about(about.comment())
                        .changing(new FieldChanges().with("text", before, after))
                        .with(JsonNodeFactory.instance
                                .objectNode()
                                .put("entity", about.entity().fullName())
                                .put("record", about.record().toString())
                                .toString()));
    }

    /** Tells that there is a comment, and not what it says: who may know that is seen when it is told. */
    private Event event(RequestContext context, Entity entity, UUID record, Comment comment) {
        return Event.of(
                ids.next(comment.at()),
                comment.at(),
                entity.fullName() + ".commented",
                Optional.of(new Event.Subject(entity.fullName(), record, 0)),
                comment.author(),
                "{\"comment\": \"" + comment.id() + "\"}",
                context.requestId());
    }

    private static void insert(
            RequestContext context, SqlRunner transaction, Entity entity, UUID record, Comment comment) {
        SqlValue now = SqlValue.instant(comment.at());
        transaction.update(Sql.of(
                "insert into " + table(context) + " (id, created_at, created_by, updated_at, updated_by, owner, entity,"
                        + " record, text) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                SqlValue.uuid(comment.id()),
                now,
                SqlValue.uuid(comment.author()),
                now,
                SqlValue.uuid(comment.author()),
                SqlValue.uuid(comment.author()),
                SqlValue.text(entity.fullName()),
                SqlValue.uuid(record),
                SqlValue.text(comment.text())));
    }

    private static String text(JsonNode json) {
        String text = json.path("text").asText("").strip();
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "text", "text"));
        }
        if (text.length() > LONGEST) {
            throw new ProblemException(Problem.inValue(ProblemCode.TOO_LONG, "text", Integer.toString(LONGEST)));
        }
        return text;
    }

    private void check(RequestContext context, Entity entity, UUID record) {
        boolean there = entity.features().comments()
                && entity.stored()
                && database.direct(runner -> reads.may(context, runner, Verb.READ, entity, record));
        if (!there) {
            throw notFound(entity, record, "");
        }
    }

    private static ProblemException notFound(Entity entity, UUID record, String rest) {
        return new ProblemException(Problem.inValue(
                ProblemCode.NOT_FOUND,
                "",
                entity.name().pack() + "/" + entity.name().entity() + "/" + record + "/comments" + rest,
                ""));
    }

    private static String table(RequestContext context) {
        return Identifiers.quote(context.schema(), "sys$comment");
    }
}
