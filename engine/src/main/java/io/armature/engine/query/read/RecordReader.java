package io.armature.engine.query.read;

import io.armature.engine.access.Rule;
import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.RowVisitor;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.query.plan.ReadPlan.Start;
import io.armature.engine.query.plan.Words;
import io.armature.engine.query.request.Cursors;
import io.armature.engine.query.request.Page;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.sql.Layout;
import io.armature.engine.query.sql.QuerySql;
import io.armature.engine.query.sql.Slot;
import io.armature.engine.query.sql.TrailSql;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.ProblemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads records as JSON bytes, one statement a request. Safe for many threads. */
public final class RecordReader {
    /** The id of the trail that nothing comes behind. */
    private static final UUID LAST = new UUID(-1, -1);

    /** Rows of a stream in memory at once. */
    private static final int FETCHED_AT_ONCE = 500;

    private final Database database;
    private final Database steady;
    private final Cursors cursors;
    private final Statements statements = new Statements();
    private final JointReadings joint;

    public RecordReader(Database database, Cursors cursors) {
        this(database, database, cursors);
    }

    /** @param steady the same database, on connections on which PostgreSQL plans a statement once for all values */
    public RecordReader(Database database, Database steady, Cursors cursors) {
        this.database = database;
        this.steady = steady;
        this.cursors = cursors;
        this.joint = new JointReadings(database, steady, statements);
    }

    /**
     * A page of records, or groups, as {@code {"data": [...], "page": {...}}}.
     *
     * @throws ProblemException when the request does not fit the model, or cannot be computed
     */
    public byte[] list(ReadContext context, RecordQuery query) {
        return query.grouping().isPresent()
                ? groups(Optional.empty(), context, query)
                : page(Optional.empty(), context, query);
    }

    /** The same on a connection at hand, which sees what its transaction wrote. */
    public byte[] list(SqlRunner runner, ReadContext context, RecordQuery query) {
        Optional<SqlRunner> hand = Optional.of(runner);
        return query.grouping().isPresent() ? groups(hand, context, query) : page(hand, context, query);
    }

    private byte[] page(Optional<SqlRunner> hand, ReadContext context, RecordQuery query) {
        List<String> words = words(query);
        List<@Nullable String> after = after(context, query);
        QuerySql sql = statements.page(context, query, start(query.page(), after), Words.of(words));
        Arguments arguments = new Arguments(context)
                .set(Slot.LIMIT, query.limit() == 0 ? 0L : query.limit() + 1L)
                .set(Slot.OFFSET, query.page() instanceof Page.Offset offset ? offset.skipped() : 0L)
                .words(words)
                .after(after);
        query.asOf().ifPresent(moment -> arguments.set(Slot.AS_OF, moment));
        PageWriter page = new PageWriter(sql, query.limit());
        return write(hand, sql, arguments, page, values -> cursors.write(context.tenant(), query, values));
    }

    private byte[] groups(Optional<SqlRunner> hand, ReadContext context, RecordQuery query) {
        List<String> words = words(query);
        QuerySql sql = statements.groups(context, query, Words.of(words));
        Arguments arguments = new Arguments(context)
                .set(Slot.LIMIT, (long) query.limit())
                .set(Slot.OFFSET, query.page() instanceof Page.Offset offset ? offset.skipped() : 0L)
                .words(words);
        query.asOf().ifPresent(moment -> arguments.set(Slot.AS_OF, moment));
        PageWriter page = new PageWriter(sql, query.limit());
        return write(hand, sql, arguments, page, values -> "");
    }

    /**
     * The one record whose unique field has a value; of a deleted one that it is deleted, unless the query wants it.
     *
     * @param field such as {@code id}
     * @param value of the field's class
     * @throws ProblemException when the request does not fit the model, or the record is deleted
     */
    public Optional<OneRecord> one(ReadContext context, RecordQuery query, String field, Object value) {
        if (field.equals(SystemFields.ID)
                && value instanceof UUID id
                && query.asOf().isEmpty()) {
            try {
                return joint.one(context, query, id);
            } catch (DatabaseException refused) {
                throw ReadFailures.explain(refused);
            }
        }
        return run(runner -> one(runner, context, query, field, value));
    }

    /** The same on a connection at hand, which sees what its transaction wrote. */
    public Optional<OneRecord> one(
            SqlRunner runner, ReadContext context, RecordQuery query, String field, Object value) {
        OneReading reading = reading(context, query, field, value);
        runner.each(reading.statement(), reading);
        return reading.record();
    }

    /** The same for somebody who sends the statement with others. */
    public OneReading reading(ReadContext context, RecordQuery query, String field, Object value) {
        QuerySql sql = statements.one(context, query, new Start.ByKey(field));
        Arguments arguments = new Arguments(context).set(Slot.KEY, value);
        query.asOf().ifPresent(moment -> arguments.set(Slot.AS_OF, moment));
        return new OneReading(arguments.of(sql), new OneWriter(sql, query.deletion()));
    }

    /**
     * Who changed what of a record, the latest change first, as a page like those of {@link #list}.
     *
     * @param cursor where an earlier page ended; empty for the first
     * @throws ProblemException when the cursor belongs to no such page
     */
    public byte[] history(ReadContext context, String entity, UUID id, int limit, Optional<String> cursor) {
        QuerySql sql =
                TrailSql.of(context.model(), context.access(), context.model().require(entity), context.target());
        RecordQuery pages = RecordQuery.all(entity + "/" + id + "/history");
        long version = cursor.map(
                        text -> cursors.read(context.tenant(), pages, text).getFirst())
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        UUID entry = cursor.map(
                        text -> cursors.read(context.tenant(), pages, text).getLast())
                .filter(text -> text.contains("-"))
                .map(UUID::fromString)
                .orElse(LAST);
        Arguments arguments = new Arguments(context)
                .set(Slot.KEY, id)
                .set(Slot.OFFSET, version)
                .set(Slot.AFTER, entry)
                .set(Slot.LIMIT, limit == 0 ? 0L : limit + 1L);
        return write(
                Optional.empty(),
                sql,
                arguments,
                new PageWriter(sql, limit),
                values -> cursors.write(context.tenant(), pages, values));
    }

    /**
     * Shows the records of a list to the visitor, however many they are: only some are in memory at once.
     *
     * @param query whose page does not count
     * @param only the ids of those that are wanted; all of the list where it is empty
     * @param begin is told the statement's layout before the first row
     */
    public void stream(
            ReadContext context,
            RecordQuery query,
            Optional<List<UUID>> only,
            Function<List<Layout>, RowVisitor> begin) {
        List<String> words = words(query);
        Start start = only.<Start>map(ids -> new Start.Among()).orElseGet(Start.AtFirst::new);
        QuerySql sql = statements.stream(context, query, start, Words.of(words));
        Arguments arguments = new Arguments(context).words(words).set(Slot.LIMIT, (long) query.limit());
        only.ifPresent(ids -> arguments.set(Slot.AMONG, ids));
        query.asOf().ifPresent(moment -> arguments.set(Slot.AS_OF, moment));
        RowVisitor visitor = begin.apply(sql.layout());
        try {
            database.transaction(transaction -> {
                transaction.each(arguments.of(sql), FETCHED_AT_ONCE, visitor);
                return sql;
            });
        } catch (DatabaseException refused) {
            throw ReadFailures.explain(refused);
        }
    }

    /** Those of some records that are there and of which a rule holds. */
    public Set<UUID> among(ReadContext context, String entity, Collection<UUID> ids, Rule rule) {
        return run(runner -> Among.of(runner, context, entity, ids, rule));
    }

    private <T> T run(Function<SqlRunner, T> work) {
        return run(database, work);
    }

    private static <T> T run(Database on, Function<SqlRunner, T> work) {
        try {
            return on.direct(work);
        } catch (DatabaseException refused) {
            throw ReadFailures.explain(refused);
        }
    }

    private byte[] write(
            Optional<SqlRunner> hand,
            QuerySql query,
            Arguments arguments,
            PageWriter page,
            Function<List<byte @Nullable []>, String> cursor) {
        Sql sql = arguments.of(query);
        if (hand.isPresent()) {
            hand.get().each(sql, page);
            return page.finish(cursor);
        }
        return run(query.steady() ? steady : database, runner -> {
            runner.each(sql, page);
            return page.finish(cursor);
        });
    }

    private List<@Nullable String> after(ReadContext context, RecordQuery query) {
        return query.page() instanceof Page.After after
                ? cursors.read(context.tenant(), query, after.cursor())
                : List.of();
    }

    private static Start start(Page page, List<@Nullable String> after) {
        return switch (page) {
            case Page.Offset offset -> offset.skipped() == 0 ? new Start.AtFirst() : new Start.AtOffset();
            case Page.After cursor ->
                new Start.AfterRecord(after.stream().map(value -> value == null).toList());
        };
    }

    private static List<String> words(RecordQuery query) {
        return query.search().stream()
                .flatMap(text -> Arrays.stream(text.split("\\s+")))
                .filter(word -> !word.isEmpty())
                .limit(Slot.MAXIMUM_WORDS)
                .toList();
    }
}
