package io.armature.engine.file;

import static io.armature.engine.file.FileStore.table;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statements about contents: which are kept, and how much they are together. */
final class ContentStore {

    private static final int AT_ONCE = 100;

    private ContentStore() {}

    /** A content that is kept. */
    record Content(String digest, long size) {}

    /**
     * Notes that a content is kept, and locks it until the transaction ends: nobody takes it away meanwhile.
     *
     * @return false when the tenant would have more than it may
     */
    static boolean add(SqlRunner sql, Tenant tenant, Draft draft, Instant now, long most) {
        boolean isNew = sql.one(
                Sql.of(
                        "insert into " + table(tenant, "sys$content")
                                + " as c (sha256, size, touched_at) values (?, ?, ?)"
                                + " on conflict (sha256) do update set touched_at = excluded.touched_at"
                                + " returning xmax = 0",
                        SqlValue.text(draft.digest()),
                        SqlValue.integer(draft.size()),
                        SqlValue.instant(now)),
                row -> row.getBoolean(1));
        return !isNew
                || sql.update(Sql.of(
                                "update " + table(tenant, "sys$storage")
                                        + " set bytes = bytes + ? where bytes + ? <= ?",
                                SqlValue.integer(draft.size()),
                                SqlValue.integer(draft.size()),
                                SqlValue.integer(most)))
                        > 0;
    }

    /** Contents that no file has any more, and had not for so long; they are locked until the transaction ends. */
    static List<Content> unused(SqlRunner sql, Tenant tenant, Instant before) {
        return sql.list(
                Sql.of(
                        "delete from " + table(tenant, "sys$content") + " where sha256 in (select sha256 from "
                                + table(tenant, "sys$content") + " c where touched_at < ? and not exists (select from "
                                + table(tenant, "sys$file")
                                + " f where f.sha256 = c.sha256) and not exists (select from "
                                + table(tenant, "sys$file_version") + " v where v.sha256 = c.sha256) limit " + AT_ONCE
                                + " for update skip locked) returning sha256, size",
                        SqlValue.instant(before)),
                row -> new Content(row.getString(1), row.getLong(2)));
    }

    /** So much less is kept. */
    static void subtract(SqlRunner sql, Tenant tenant, long bytes) {
        sql.update(Sql.of(
                "update " + table(tenant, "sys$storage") + " set bytes = greatest(0, bytes - ?)",
                SqlValue.integer(bytes)));
    }

    /** Bytes that are kept. */
    static long total(SqlRunner sql, Tenant tenant) {
        return sql.first(Sql.of("select bytes from " + table(tenant, "sys$storage")), row -> row.getLong(1))
                .orElse(0L);
    }

    /** All contents, by digest. */
    static List<Content> all(SqlRunner sql, Tenant tenant) {
        return sql.list(
                Sql.of("select sha256, size from " + table(tenant, "sys$content") + " order by sha256"),
                row -> new Content(row.getString(1), row.getLong(2)));
    }

    static Optional<Long> size(SqlRunner sql, Tenant tenant, String digest) {
        return sql.first(
                Sql.of("select size from " + table(tenant, "sys$content") + " where sha256 = ?", SqlValue.text(digest)),
                row -> row.getLong(1));
    }
}
