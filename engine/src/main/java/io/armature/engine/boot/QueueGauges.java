package io.armature.engine.boot;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.expression.Identifiers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Measures what is due and not done yet: how much of each kind, and for how long the oldest waits. */
final class QueueGauges {

    private static final Sql WAITING = Sql.of("""
            select kind, count(*), coalesce(extract(epoch from now() - min(since)), 0) from (
                select kind, greatest(due_at, noted_at) as since from armature.due_work where due_at <= now()
                    and tenant not in (select name from armature.tenant where state <> 'active')
                union all
                select 'job.' || task_name, nullif(execution_time, 'epoch') from armature.scheduled_tasks
                    where not picked and execution_time <= now()) waiting
            group by kind
            """);

    private static final Sql BUSY = Sql.of(
            "select distinct split_part(task_instance, ':', 1) from armature.scheduled_tasks where task_name = 'job' limit 100");

    private QueueGauges() {}

    private record Queue(String kind, long depth, double age) {}

    static void bind(MeterRegistry registry, Database database, Tenants tenants) {
        MultiGauge depth = MultiGauge.builder("armature.queue")
                .description("What is due and not done yet, by kind")
                .register(registry);
        MultiGauge age = MultiGauge.builder("armature.queue.age")
                .description("For how long the oldest of it waits, by kind")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("armature.queue.kinds", new Recount(() -> refresh(depth, age, database, tenants)))
                .description("Kinds of work of which some is due")
                .register(registry);
    }

    private static int refresh(MultiGauge depth, MultiGauge age, Database database, Tenants tenants) {
        try {
            List<Queue> queues = new ArrayList<>(database.direct(sql -> sql.list(WAITING, QueueGauges::queue)));
            parked(database, tenants).filter(queue -> queue.depth() > 0).ifPresent(queues::add);
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

    /**
     * Runs of jobs that find no room stand with their tenants alone. Where some do, another one of the tenant is under way, which the
     * scheduler knows: nobody else is asked.
     */
    private static Optional<Queue> parked(Database database, Tenants tenants) {
        List<String> busy = database.direct(sql -> sql.list(BUSY, row -> row.getString(1)));
        String all = busy.stream()
                .flatMap(name -> tenants.named(name).stream())
                .map(tenant -> "select created_at from " + Identifiers.quote(tenant.schema(), "sys$run")
                        + " where parked and status = 'waiting'")
                .collect(Collectors.joining(" union all "));
        return all.isEmpty()
                ? Optional.empty()
                : database.direct(sql -> sql.first(
                        Sql.of(
                                "select 'job.parked', count(*), coalesce(extract(epoch from now() - min(created_at)), 0) from ("
                                        + all + ") parked"),
                        QueueGauges::queue));
    }

    private static Queue queue(ResultSet row) throws SQLException {
        return new Queue(row.getString(1), row.getLong(2), Math.max(0, row.getDouble(3)));
    }
}
