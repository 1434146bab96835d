package io.armature.engine.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.transfer.ImportReport;
import io.armature.metadata.expression.Identifiers;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements about files that are taken in, each of one tenant. */
final class IntakeStore {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT_DAYS = 90;
    private static final String COLUMNS =
            "id, owner, entity, file, file_name, ordered::text, status, share, rows, created,"
                    + " updated, unchanged, refused, kept, errors::text, problem, undone, left_alone, created_at, ended_at";

    private IntakeStore() {}

    static void add(SqlRunner sql, Tenant tenant, Intake intake) {
        sql.update(Sql.of(
                "insert into " + table(tenant) + " (id, owner, entity, file, file_name, ordered, dry_run, created_at)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)",
                SqlValue.uuid(intake.id()),
                SqlValue.uuid(intake.owner()),
                SqlValue.text(intake.entity()),
                SqlValue.uuid(intake.file()),
                SqlValue.text(intake.fileName()),
                SqlValue.text(intake.order().toString()),
                SqlValue.flag(intake.order().path("dryRun").asBoolean()),
                SqlValue.instant(intake.createdAt())));
    }

    /** Forgets those of long ago. */
    static void prune(SqlRunner sql, Tenant tenant) {
        sql.update(Sql.of("delete from " + table(tenant) + " where created_at < now() - make_interval(days => "
                + KEPT_DAYS + ") and status not in ('waiting', 'running', 'undoing')"));
    }

    static Optional<Intake> one(SqlRunner sql, Tenant tenant, UUID id) {
        return sql.first(
                Sql.of("select " + COLUMNS + " from " + table(tenant) + " where id = ?", SqlValue.uuid(id)),
                IntakeStore::intake);
    }

    /** The latest of one user first. */
    static List<Intake> of(SqlRunner sql, Tenant tenant, UUID owner, Optional<String> entity, int most) {
        return sql.list(
                Sql.of(
                        "select " + COLUMNS + " from " + table(tenant)
                                + " where owner = ? and (? = '' or entity = ?) order by created_at desc, id limit "
                                + most,
                        SqlValue.uuid(owner),
                        SqlValue.text(entity.orElse("")),
                        SqlValue.text(entity.orElse(""))),
                IntakeStore::intake);
    }

    /** Changes where it stands, unless somebody was faster. */
    static boolean move(SqlRunner sql, Tenant tenant, UUID id, List<Intake.Status> from, Intake.Status to) {
        return sql.update(Sql.of(
                        "update " + table(tenant) + " set status = ?, ended_at = case when ? then null else now() end"
                                + " where id = ? and status = any(?)",
                        SqlValue.text(to.word()),
                        SqlValue.flag(to.isOpen()),
                        SqlValue.uuid(id),
                        SqlValue.texts(from.stream().map(Intake.Status::word).toList())))
                == 1;
    }

    /** Asks the one who is at it to stop. */
    static void askToStop(SqlRunner sql, Tenant tenant, UUID id) {
        sql.update(Sql.of("update " + table(tenant) + " set stop_asked = true where id = ?", SqlValue.uuid(id)));
    }

    /** Shows how far it is; whether to go on. */
    static boolean progress(SqlRunner sql, Tenant tenant, UUID id, BigDecimal share, ImportReport counts) {
        return sql.first(
                        Sql.of(
                                "update " + table(tenant)
                                        + " set share = ?, rows = ?, created = ?, updated = ?, unchanged = ?,"
                                        + " refused = ? where id = ? returning stop_asked",
                                SqlValue.decimal(share),
                                SqlValue.integer(counts.rows()),
                                SqlValue.integer(counts.created()),
                                SqlValue.integer(counts.updated()),
                                SqlValue.integer(counts.unchanged()),
                                SqlValue.integer(counts.refused()),
                                SqlValue.uuid(id)),
                        row -> !row.getBoolean(1))
                .orElse(false);
    }

    /** Writes down how it ended. */
    static void end(SqlRunner sql, Tenant tenant, UUID id, Intake.Status status, ImportReport counts, JsonNode errors) {
        progress(sql, tenant, id, BigDecimal.valueOf(100), counts);
        sql.update(Sql.of(
                "update " + table(tenant)
                        + " set status = ?, ended_at = now(), kept = ?, errors = ?::jsonb where id = ?",
                SqlValue.text(status.word()),
                SqlValue.flag(counts.kept()),
                SqlValue.text(errors.toString()),
                SqlValue.uuid(id)));
    }

    static void fail(SqlRunner sql, Tenant tenant, UUID id, String problem) {
        sql.update(Sql.of(
                "update " + table(tenant) + " set status = 'failed', ended_at = now(), problem = ? where id = ?",
                SqlValue.text(problem),
                SqlValue.uuid(id)));
    }

    static void undone(SqlRunner sql, Tenant tenant, UUID id, long undone, long left) {
        sql.update(Sql.of(
                "update " + table(tenant)
                        + " set status = 'undone', ended_at = now(), undone = ?, left_alone = ? where id = ?",
                SqlValue.integer(undone),
                SqlValue.integer(left),
                SqlValue.uuid(id)));
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$import");
    }

    private static Intake intake(ResultSet row) throws SQLException {
        return new Intake(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                json(row.getString(6)),
                Intake.Status.of(row.getString(7)),
                row.getBigDecimal(8),
                new ImportReport(
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getBoolean(14),
                        List.of()),
                json(row.getString(15)),
                Optional.ofNullable(row.getString(16)),
                Optional.ofNullable(row.getObject(17, Long.class)),
                Optional.ofNullable(row.getObject(18, Long.class)),
                moment(row.getObject(19, OffsetDateTime.class)).orElseThrow(),
                moment(row.getObject(20, OffsetDateTime.class)));
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL keeps JSON only", impossible);
        }
    }
}
