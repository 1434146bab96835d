package io.armature.engine.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
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
import java.util.UUID;

/** What people say about a record. */
public final class Comments {

    private static final int LONGEST = 20_000;
    private static final int MOST = 500;

    private final Database database;
    private final RecordReads reads;
    private final Clock clock;
    private final Uuids ids = new Uuids();

    public Comments(Database database, RecordReads reads, Clock clock) {
        this.database = database;
        this.reads = reads;
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
        database.direct(runner -> runner.update(Sql.of(
                "insert into " + table(context) + " (id, created_at, created_by, updated_at, updated_by, owner, entity,"
                        + " record, text) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                SqlValue.uuid(comment.id()),
                SqlValue.instant(now),
                SqlValue.uuid(comment.author()),
                SqlValue.instant(now),
                SqlValue.uuid(comment.author()),
                SqlValue.uuid(comment.author()),
                SqlValue.text(entity.fullName()),
                SqlValue.uuid(record),
                SqlValue.text(comment.text()))));
        return comment;
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
            throw new ProblemException(Problem.inValue(
                    ProblemCode.NOT_FOUND,
                    "",
                    entity.name().pack() + "/" + entity.name().entity() + "/" + record + "/comments",
                    ""));
        }
    }

    private static String table(RequestContext context) {
        return Identifiers.quote(context.schema(), "sys$comment");
    }
}
