package io.armature.engine.query.read;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.RowVisitor;
import io.armature.engine.db.Sql;
import io.armature.engine.query.plan.ReadPlan.Start;
import io.armature.engine.query.request.Cursors;
import io.armature.engine.query.request.Page;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.sql.QuerySql;
import io.armature.engine.query.sql.Slot;
import io.armature.metadata.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records as JSON bytes, one statement a request. Safe for many threads. */
public final class RecordReader {
    private final Database database;
    private final Cursors cursors;
    private final Statements statements = new Statements();

    public RecordReader(Database database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /**
     * A page of records, or groups, as {@code {"data": [...], "page": {...}}}.
     *
     * @throws ProblemException when the request does not fit the model, or cannot be computed
     */
    public byte[] list(ReadContext context, RecordQuery query) {
        return query.grouping().isPresent() ? groups(context, query) : page(context, query);
    }

    private byte[] page(ReadContext context, RecordQuery query) {
        List<String> words = words(query);
        List<@Nullable String> after = after(context, query);
        QuerySql sql = statements.list(context, query, start(query.page(), after), words.size());
        Arguments arguments = new Arguments(context)
                .set(Slot.LIMIT, query.limit() == 0 ? 0L : query.limit() + 1L)
                .set(Slot.OFFSET, query.page() instanceof Page.Offset offset ? offset.skipped() : 0L)
                .words(words)
                .after(after);
        query.asOf().ifPresent(moment -> arguments.set(Slot.AS_OF, moment));
        PageWriter page = new PageWriter(sql, query.limit());
        each(arguments.of(sql), page);
        return page.finish(values -> cursors.write(context.tenant(), query, values));
    }

    private byte[] groups(ReadContext context, RecordQuery query) {
        List<String> words = words(query);
        QuerySql sql = statements.groups(context, query, words.size());
        Arguments arguments = new Arguments(context)
                .set(Slot.LIMIT, (long) query.limit())
                .set(Slot.OFFSET, query.page() instanceof Page.Offset offset ? offset.skipped() : 0L)
                .words(words);
        query.asOf().ifPresent(moment -> arguments.set(Slot.AS_OF, moment));
        PageWriter page = new PageWriter(sql, query.limit());
        each(arguments.of(sql), page);
        return page.finish(values -> "");
    }

    /**
     * The one record whose unique field has a value; of a deleted one that it is deleted, unless the query wants it.
     *
     * @param field such as {@code id}
     * @param value of the field's class
     * @throws ProblemException when the request does not fit the model, or the record is deleted
     */
    public Optional<OneRecord> one(ReadContext context, RecordQuery query, String field, Object value) {
        QuerySql sql = statements.one(context, query, new Start.ByKey(field));
        Arguments arguments = new Arguments(context).set(Slot.KEY, value);
        query.asOf().ifPresent(moment -> arguments.set(Slot.AS_OF, moment));
        OneWriter writer = new OneWriter(sql, query.deletion());
        each(arguments.of(sql), writer);
        return writer.record();
    }

    private void each(Sql sql, RowVisitor visitor) {
        try {
            database.direct(runner -> {
                runner.each(sql, visitor);
                return sql;
            });
        } catch (DatabaseException refused) {
            throw ReadFailures.explain(refused);
        }
    }

    private List<@Nullable String> after(ReadContext context, RecordQuery query) {
        return query.page() instanceof Page.After after
                ? cursors.read(context.tenant(), query, after.cursor())
                : List.of();
    }

    private static Start start(Page page, List<@Nullable String> after) {
        return switch (page) {
            case Page.Offset offset -> new Start.AtOffset();
            case Page.After cursor ->
                new Start.AfterRecord(
                        after.stream().map(value -> value == null).toList());
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
