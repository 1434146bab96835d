package io.armature.engine.query.read;

import io.armature.engine.access.PastAccess;
import io.armature.engine.access.ReadAccess;
import io.armature.engine.query.plan.QueryPlanner;
import io.armature.engine.query.plan.ReadPlan.Start;
import io.armature.engine.query.plan.Words;
import io.armature.engine.query.request.GenerationCache;
import io.armature.engine.query.request.Page;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.sql.GroupSql;
import io.armature.engine.query.sql.QuerySql;
import io.armature.engine.query.sql.ReadSql;
import io.armature.engine.query.sql.SqlTarget;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Finds the statement of a request, planned once for all requests of the same shape. Safe for many threads. */
final class Statements {
    private static final int KEPT = 4096;

    /** Sizes of pages that screens and programs ask for; any other is given with each run, so that few statements are kept. */
    private static final Set<Integer> USUAL_LIMITS = Set.of(1, 5, 10, 20, 25, 30, 50, 100, 200, 250, 500, 1000);

    private final GenerationCache<Key, QuerySql> known = new GenerationCache<>(KEPT);

    /** What two requests have in common that run the same statement; the values that vary are taken out. */
    private record Key(
            String model, ReadAccess access, SqlTarget target, RecordQuery query, Start start, Words words) {}

    /** A page, encoded by {@link RowWriter}. */
    QuerySql page(ReadContext context, RecordQuery query, Start start, Words words) {
        int limit = USUAL_LIMITS.contains(query.limit()) ? query.limit() : 0;
        return list(context, key(context, context.target().packedUp(), shape(query, limit), start, words));
    }

    /** All records, each value a text. */
    QuerySql stream(ReadContext context, RecordQuery query, Start start, Words words) {
        return list(context, key(context, context.target(), shape(query, 0), start, words));
    }

    private QuerySql list(ReadContext context, Key key) {
        return known.get(
                key,
                asked -> ReadSql.of(
                        planner(context, asked.query()).list(asked.query(), asked.start(), asked.words()),
                        context.model(),
                        asked.target()));
    }

    QuerySql one(ReadContext context, RecordQuery query, Start.Keyed start) {
        return known.get(
                key(context, context.target().packedUp(), shape(query, 0), start, Words.NONE),
                key -> ReadSql.of(planner(context, query).one(query, start), context.model(), key.target()));
    }

    QuerySql groups(ReadContext context, RecordQuery query, Words words) {
        return known.get(
                key(context, context.target(), shape(query, 0), new Start.AtOffset(), words),
                key -> GroupSql.of(
                        planner(context, query).groups(query, query.grouping().orElseThrow(), words),
                        context.model(),
                        key.target()));
    }

    private static QueryPlanner planner(ReadContext context, RecordQuery query) {
        ReadAccess access = context.access();
        return new QueryPlanner(
                context.model(), query.asOf().isPresent() ? new PastAccess(context.model(), access) : access);
    }

    private static Key key(ReadContext context, SqlTarget target, RecordQuery shape, Start start, Words words) {
        return new Key(context.model().digest(), context.access(), target, shape, start, words);
    }

    private static RecordQuery shape(RecordQuery query, int limit) {
        return new RecordQuery(
                query.entity(),
                query.filter(),
                query.sort(),
                query.fields(),
                limit,
                Page.FIRST,
                query.count(),
                Optional.empty(),
                query.deletion(),
                query.asOf().map(any -> Instant.EPOCH),
                query.grouping());
    }
}
