package io.armature.engine.query.read;

import io.armature.engine.access.ReadAccess;
import io.armature.engine.query.plan.QueryPlanner;
import io.armature.engine.query.plan.ReadPlan.Start;
import io.armature.engine.query.request.GenerationCache;
import io.armature.engine.query.request.Page;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.sql.GroupSql;
import io.armature.engine.query.sql.QuerySql;
import io.armature.engine.query.sql.ReadSql;
import io.armature.engine.query.sql.SqlTarget;
import java.time.Instant;
import java.util.Optional;

/** Finds the statement of a request, planned once for all requests of the same shape. Safe for many threads. */
final class Statements {
    private static final int KEPT = 4096;

    private final GenerationCache<Key, QuerySql> known = new GenerationCache<>(KEPT);

    /** What two requests have in common that run the same statement; the values that vary are taken out. */
    private record Key(String model, ReadAccess access, SqlTarget target, RecordQuery query, Start start, int words) {}

    QuerySql list(ReadContext context, RecordQuery query, Start start, int words) {
        return known.get(
                key(context, query, start, words),
                key -> ReadSql.of(planner(context).list(query, start, words), context.model(), key.target()));
    }

    QuerySql one(ReadContext context, RecordQuery query, Start.ByKey start) {
        return known.get(
                key(context, query, start, 0),
                key -> ReadSql.of(planner(context).one(query, start), context.model(), key.target()));
    }

    QuerySql groups(ReadContext context, RecordQuery query, int words) {
        return known.get(
                key(context, query, new Start.AtOffset(), words),
                key -> GroupSql.of(
                        planner(context).groups(query, query.grouping().orElseThrow(), words),
                        context.model(),
                        key.target()));
    }

    private static QueryPlanner planner(ReadContext context) {
        return new QueryPlanner(context.model(), context.access());
    }

    private static Key key(ReadContext context, RecordQuery query, Start start, int words) {
        return new Key(context.model().digest(), context.access(), context.target(), shape(query), start, words);
    }

    private static RecordQuery shape(RecordQuery query) {
        return new RecordQuery(
                query.entity(),
                query.filter(),
                query.sort(),
                query.fields(),
                0,
                Page.FIRST,
                query.count(),
                Optional.empty(),
                query.deletion(),
                query.asOf().map(any -> Instant.EPOCH),
                query.grouping());
    }
}
