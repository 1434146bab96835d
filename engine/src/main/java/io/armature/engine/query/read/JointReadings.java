package io.armature.engine.query.read;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.query.plan.ReadPlan.Start;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.sql.QuerySql;
import io.armature.engine.query.sql.Slot;
import io.armature.metadata.model.SystemFields;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads single records by their ids. Those that are asked for at the same time by the same statement with the same values (the same
 * fields, and the same user where his rights depend on who he is) are read by one. Safe for many threads.
 */
final class JointReadings {
    /** As many as a screen of tiles asks for; more would make the first one wait. */
    private static final int MOST_TOGETHER = 32;

    /** While one is being written out here, PostgreSQL works for another. */
    private static final int AT_ONCE = 2;

    private final Database database;
    private final Database steady;
    private final Statements statements;
    private final Coalescer<Shape, UUID, Optional<OneWriter>> coalescer = new Coalescer<>(AT_ONCE, MOST_TOGETHER);

    /** @param steady the same database, where PostgreSQL plans a statement once for all values */
    JointReadings(Database database, Database steady, Statements statements) {
        this.database = database;
        this.steady = steady;
        this.statements = statements;
    }

    /** What readings have in common that go together. Statements are kept, so that the same one is the same object. */
    private record Shape(QuerySql sql, List<SqlValue> values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Shape shape && shape.sql == sql && shape.values.equals(values);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(sql) * 31 + values.hashCode();
        }
    }

    /** The record with an id, of a query that asks for the present. */
    Optional<OneRecord> one(ReadContext context, RecordQuery query, UUID id) {
        QuerySql sql = statements.one(context, query, new Start.ByKey(SystemFields.ID));
        Shape shape = new Shape(sql, new Arguments(context).of(sql).values());
        return coalescer
                .ask(
                        shape,
                        id,
                        ids -> ids.size() == 1
                                ? List.of(alone(context, query, sql, ids.getFirst()))
                                : together(context, query, ids))
                .flatMap(OneWriter::record);
    }

    private Optional<OneWriter> alone(ReadContext context, RecordQuery query, QuerySql sql, UUID id) {
        OneWriter writer = new OneWriter(sql, query.deletion());
        Sql statement = new Arguments(context).set(Slot.KEY, id).of(sql);
        database.direct(runner -> {
            runner.each(statement, writer);
            return writer;
        });
        return Optional.of(writer);
    }

    private List<Optional<OneWriter>> together(ReadContext context, RecordQuery query, List<UUID> ids) {
        QuerySql sql = statements.one(context, query, new Start.ByKeys(SystemFields.ID));
        Sql statement = new Arguments(context)
                .set(Slot.KEY, ids.stream().distinct().toList())
                .of(sql);
        int key = sql.cursor().getFirst().column();
        Map<UUID, OneWriter> found = new HashMap<>();
        return steady.direct(runner -> {
            runner.each(statement, row -> {
                OneWriter writer = new OneWriter(sql, query.deletion());
                writer.visit(row);
                found.put(id(row.getBytes(key)), writer);
            });
            return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
        });
    }

    private static UUID id(byte[] sent) {
        ByteBuffer bytes = ByteBuffer.wrap(sent);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
