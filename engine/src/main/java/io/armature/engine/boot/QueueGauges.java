package io.armature.engine.boot;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;

/** Measures what is due and not done yet: how much of each kind, and for how long the oldest waits. */
final class QueueGauges {

    private static final Sql WAITING = Sql.of("""
            select kind, count(*), coalesce(extract(epoch from now() - min(since)), 0) from (
                select kind, greatest(due_at, noted_at) as since from armature.due_work where due_at <= now()
                union all
                select 'job.' || task_name, nullif(execution_time, 'epoch') from armature.scheduled_tasks
                    where not picked and execution_time <= now()) waiting
            group by kind
            """);

    private QueueGauges() {}

    private record Queue(String kind, long depth, double age) {}

    static void bind(MeterRegistry registry, Database database) {
        MultiGauge depth = MultiGauge.builder("armature.queue")
                .description("What is due and not done yet, by kind")
                .register(registry);
        MultiGauge age = MultiGauge.builder("armature.queue.age")
                .description("For how long the oldest of it waits, by kind")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("armature.queue.kinds", () -> refresh(depth, age, database))
                .description("Kinds of work of which some is due")
                .register(registry);
    }

    private static int refresh(MultiGauge depth, MultiGauge age, Database database) {
        try {
            List<Queue> queues = database.direct(sql -> sql.list(
                    WAITING, row -> new Queue(row.getString(1), row.getLong(2), Math.max(0, row.getDouble(3)))));
            depth.register(
                    queues.stream()
                            .<MultiGauge.Row<?>>map(
                                    queue -> MultiGauge.Row.of(Tags.of("kind", queue.kind()), queue.depth()))
                            .toList(),
                    true);
            age.register(
                    queues.stream()
                            .<MultiGauge.Row<?>>map(
                                    queue -> MultiGauge.Row.of(Tags.of("kind", queue.kind()), queue.age()))
                            .toList(),
                    true);
            return queues.size();
        } catch (DatabaseException away) {
            return 0;
        }
    }
}
