package io.armature.engine.tenant;

import io.armature.metadata.expression.Identifiers;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the engine's own tables up to date, by Flyway. */
public final class SchemaMigrations {

    /** The schema of what all tenants share. */
    public static final String CONTROL = "armature";

    private static final String HISTORY = "sys$migration";

    private final DataSource source;

    public SchemaMigrations(DataSource source) {
        this.source = source;
    }

    /** Migrates the control schema, made when it is not there. */
    public void migrateControl() {
        flyway("db/control", CONTROL).migrate();
    }

    /**
     * Migrates a tenant's schema, made when it is not there.
     *
     * @return names the migrations it has now seen
     */
    public String migrateTenant(String schema) {
        Flyway flyway = flyway("db/tenant", schema);
        flyway.migrate();
        return Optional.ofNullable(flyway.info().current())
                .map(MigrationInfo::getVersion)
                .map(Object::toString)
                .orElse("");
    }

    private Flyway flyway(String location, String schema) {
        FluentConfiguration configuration = Flyway.configure(SchemaMigrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:" + location)
                .failOnMissingLocations(true)
                .defaultSchema(schema)
                .createSchemas(true)
                // Each room numbers its migrations in a range of its own.
                .outOfOrder(true)
                .table(HISTORY)
                .placeholderReplacement(false)
                .initSql("set search_path to " + Identifiers.quote(schema));
        return configuration.load();
    }
}
