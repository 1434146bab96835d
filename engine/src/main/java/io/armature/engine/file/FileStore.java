package io.armature.engine.file;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements about files, each of one tenant. */
final class FileStore {

    private static final int MOST = 1000;
    private static final String COLUMNS =
            "id, name, media_type, size, sha256, record_entity, record, field, content_version,"
                    + " owner, created_at, updated_at";

    private FileStore() {}

    static void add(SqlRunner sql, Tenant tenant, StoredFile file) {
        sql.update(Sql.of(
                "insert into " + table(tenant, "sys$file") + " (" + COLUMNS
                        + ", created_by, updated_by, loose_since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                SqlValue.uuid(file.id()),
                SqlValue.text(file.name()),
                SqlValue.text(file.mediaType()),
                SqlValue.integer(file.size()),
                SqlValue.text(file.digest()),
                SqlValue.text(file.about().map(StoredFile.About::entity).orElse(null)),
                SqlValue.uuid(file.about().map(StoredFile.About::record).orElse(null)),
                SqlValue.text(file.field().orElse(null)),
                SqlValue.integer(file.version()),
                SqlValue.uuid(file.owner()),
                SqlValue.instant(file.createdAt()),
                SqlValue.instant(file.updatedAt()),
                SqlValue.uuid(file.owner()),
                SqlValue.uuid(file.owner()),
                SqlValue.instant(file.about().isPresent() ? null : file.createdAt())));
    }

    static Optional<StoredFile> one(SqlRunner sql, Tenant tenant, UUID id) {
        return sql.first(
                Sql.of("select " + COLUMNS + " from " + table(tenant, "sys$file") + " where id = ?", SqlValue.uuid(id)),
                FileStore::file);
    }

    /** What is attached to a record, the oldest first; values of its fields are not attachments. */
    static List<StoredFile> attached(SqlRunner sql, Tenant tenant, StoredFile.About about) {
        return sql.list(
                Sql.of(
                        "select " + COLUMNS + " from " + table(tenant, "sys$file")
                                + " where record = ? and record_entity = ? and field is null order by created_at, id limit "
                                + MOST,
                        SqlValue.uuid(about.record()),
                        SqlValue.text(about.entity())),
                FileStore::file);
    }

    /** Gives the file another content; the former one stays as a version. */
    static void replace(SqlRunner sql, Tenant tenant, UUID id, StoredFile next, UUID by) {
        sql.update(Sql.of(
                "insert into " + table(tenant, "sys$file_version")
                        + " (file, version, name, media_type, size, sha256, created_at, created_by) select id, content_version,"
                        + " name, media_type, size, sha256, updated_at, updated_by from " + table(tenant, "sys$file")
                        + " where id = ?",
                SqlValue.uuid(id)));
        sql.update(Sql.of(
                "update " + table(tenant, "sys$file") + " set name = ?, media_type = ?, size = ?, sha256 = ?,"
                        + " content_version = content_version + 1, version = version + 1, updated_at = ?, updated_by = ?"
                        + " where id = ?",
                SqlValue.text(next.name()),
                SqlValue.text(next.mediaType()),
                SqlValue.integer(next.size()),
                SqlValue.text(next.digest()),
                SqlValue.instant(next.updatedAt()),
                SqlValue.uuid(by),
                SqlValue.uuid(id)));
    }

    /** All contents that a file has had, the latest first. */
    static List<FileVersion> versions(SqlRunner sql, Tenant tenant, UUID id) {
        return sql.list(
                Sql.of(
                        "select content_version, name, media_type, size, sha256, updated_by, updated_at from "
                                + table(tenant, "sys$file")
                                + " where id = ? union all select version, name, media_type,"
                                + " size, sha256, created_by, created_at from " + table(tenant, "sys$file_version")
                                + " where file = ? order by 1 desc",
                        SqlValue.uuid(id),
                        SqlValue.uuid(id)),
                row -> new FileVersion(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getObject(6, UUID.class),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
    }

    static void delete(SqlRunner sql, Tenant tenant, UUID id) {
        sql.update(Sql.of("delete from " + table(tenant, "sys$file") + " where id = ?", SqlValue.uuid(id)));
    }

    /** Forgets what was uploaded and not used for so long. */
    static int forgetLoose(SqlRunner sql, Tenant tenant, Instant before) {
        return sql.update(Sql.of(
                "delete from " + table(tenant, "sys$file") + " where record is null and loose_since < ?",
                SqlValue.instant(before)));
    }

    /** Forgets what belonged to a record that is gone. */
    static int forget(SqlRunner sql, Tenant tenant, StoredFile.About about) {
        return sql.update(Sql.of(
                "delete from " + table(tenant, "sys$file") + " where record = ? and record_entity = ?",
                SqlValue.uuid(about.record()),
                SqlValue.text(about.entity())));
    }

    /** Whether a record's row is there, deleted softly or not. */
    static boolean exists(SqlRunner sql, Tenant tenant, String recordTable, UUID record) {
        return sql.first(
                        Sql.of("select 1 from " + table(tenant, recordTable) + " where id = ?", SqlValue.uuid(record)),
                        row -> true)
                .isPresent();
    }

    static String table(Tenant tenant, String name) {
        return Identifiers.quote(tenant.schema(), name);
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        String entity = row.getString(6);
        return new StoredFile(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                Optional.ofNullable(row.getObject(7, UUID.class)).map(record -> new StoredFile.About(entity, record)),
                Optional.ofNullable(row.getString(8)),
                row.getLong(9),
                row.getObject(10, UUID.class),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getObject(12, OffsetDateTime.class).toInstant());
    }
}
