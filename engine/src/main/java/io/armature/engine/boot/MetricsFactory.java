package io.armature.engine.boot;

import com.zaxxer.hikari.HikariDataSource;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.tenant.Tenants;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;

/** Builds what is measured beside requests: the process, the pool, statements, models, what waits to be sent. */
@Factory
final class MetricsFactory {

    @Singleton
    @Bean(preDestroy = "close")
    PrometheusMeterRegistry registry(DataSource source, Database database, Tenants tenants, CurrentModels models) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        if (source instanceof HikariDataSource pool) {
            pool.setMetricRegistry(registry);
        }
        FunctionCounter.builder("armature.statements", database, Database::statements)
                .description("Statements sent to the database")
                .register(registry);
        Gauge.builder("armature.tenants", tenants, known -> known.all().size())
                .description("Tenants on this server")
                .register(registry);
        Gauge.builder("armature.models", models, CurrentModels::different)
                .description("Different models in use; tenants with the same packs share one")
                .register(registry);
        Gauge.builder("armature.tenants.loaded", models, CurrentModels::used)
                .description("Tenants that were used since the start")
                .register(registry);
        MultiGauge outbox = MultiGauge.builder("armature.outbox")
                .description("Events that wait to be sent, about, by tenant")
                .register(registry);
        Gauge.builder("armature.outbox.tenants", new Recount(() -> refresh(outbox, database, tenants)))
                .description("Tenants whose outbox was looked at")
                .register(registry);
        QueueGauges.bind(registry, database, tenants);
        return registry;
    }

    private record Depth(String schema, long rows) {}

    /** One statement for all tenants, from PostgreSQL's own statistics. */
    private static int refresh(MultiGauge gauge, Database database, Tenants tenants) {
        try {
            List<Depth> depths = database.direct(sql -> sql.list(
                    Sql.of("select schemaname, n_live_tup from pg_stat_user_tables where relname = 'sys$outbox'"),
                    row -> new Depth(row.getString(1), row.getLong(2))));
            gauge.register(
                    tenants.active().stream()
                            .flatMap(tenant -> depths.stream()
                                    .filter(depth -> depth.schema().equals(tenant.schema()))
                                    .<MultiGauge.Row<?>>map(
                                            depth -> MultiGauge.Row.of(Tags.of("tenant", tenant.name()), depth.rows())))
                            .toList(),
                    true);
            return depths.size();
        } catch (DatabaseException away) {
            return 0;
        }
    }
}
