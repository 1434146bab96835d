package io.armature.engine.audit;

import io.armature.engine.db.RowVisitor;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements about the trail of one tenant and its seals. */
final class TrailStore {

    private static final String COLUMNS = "a.id, a.at, a.action, a.entity, a.record, a.version, a.actor, a.real_actor,"
            + " a.address, a.request, a.changes::text, coalesce(a.details, '{}')::text, a.mac";
    private static final String SEAL = "number, at, rows, digest, mac, upto, gone, gone_mac";
    private static final int AT_ONCE = 1000;

    private final SqlRunner sql;
    private final String rows;
    private final String seals;
    private final String marks;
    private final String retention;

    TrailStore(SqlRunner sql, Tenant tenant) {
        this.sql = sql;
        this.rows = Identifiers.quote(tenant.schema(), AuditRows.TABLE);
        this.seals = Identifiers.quote(tenant.schema(), "sys$audit_seal");
        this.marks = Identifiers.quote(tenant.schema(), "sys$audit_mark");
        this.retention = Identifiers.quote(tenant.schema(), "sys$audit_retention");
    }

    /** A row and its signature, as they stand in the table. */
    record Stored(AuditRow row, byte @Nullable [] mac) {

        /** What a seal holds of it. */
        byte[] mark() {
            return mac == null ? row.digest() : mac;
        }
    }

    /** What stands for a row that changed since it was sealed. */
    record Mark(UUID id, byte[] mark, String reason, Optional<byte[]> mac) {}

    /** Whether nobody else seals this tenant's trail now; holds to the end of the transaction. */
    boolean lock() {
        return sql.one(
                Sql.of("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", SqlValue.text(rows)),
                row -> row.getBoolean(1));
    }

    /** The oldest transaction that is still under way: all before it are over. */
    long horizon() {
        return sql.one(Sql.of("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint"), row -> row.getLong(1));
    }

    Optional<Seal> lastSeal() {
        return sql.first(
                Sql.of("select " + SEAL + " from " + seals + " order by number desc limit 1"), TrailStore::seal);
    }

    /** Every seal, in order. */
    void eachSeal(RowVisitor visitor) {
        sql.each(Sql.of("select " + SEAL + " from " + seals + " order by number"), 50, visitor);
    }

    void add(Seal seal) {
        sql.update(Sql.of(
                "insert into " + seals + " (number, at, rows, digest, mac, upto) values (?, ?, ?, ?, ?, ?)",
                SqlValue.integer(seal.number()),
                SqlValue.instant(seal.at()),
                SqlValue.uuids(seal.rows()),
                bytes(seal.digest()),
                bytes(seal.mac().orElse(null)),
                SqlValue.integer(seal.upto())));
    }

    /** Shows the rows of transactions from one to before another. */
    void eachBetween(long from, long before, RowVisitor visitor) {
        sql.each(
                Sql.of(
                        "select " + COLUMNS + " from " + rows
                                + " a where a.xact >= ? and a.xact < ? order by a.at, a.id",
                        SqlValue.integer(from),
                        SqlValue.integer(before)),
                AT_ONCE,
                visitor);
    }

    /** Shows the rows of transactions before one that no seal holds. */
    void eachUnsealed(long before, RowVisitor visitor) {
        sql.each(
                Sql.of(
                        "select " + COLUMNS + ", a.xact from " + rows
                                + " a where a.xact < ? and not exists (select from"
                                + " (select unnest(rows) as id from " + seals
                                + ") s where s.id = a.id) order by a.at, a.id",
                        SqlValue.integer(before)),
                AT_ONCE,
                visitor);
    }

    List<Stored> byId(List<UUID> ids) {
        return sql.list(
                Sql.of("select " + COLUMNS + " from " + rows + " a where a.id = any(?)", SqlValue.uuids(ids)),
                TrailStore::stored);
    }

    List<Mark> marks(List<UUID> ids) {
        return sql.list(
                Sql.of("select id, mark, reason, mac from " + marks + " where id = any(?)", SqlValue.uuids(ids)),
                row -> new Mark(
                        row.getObject(1, UUID.class),
                        row.getBytes(2),
                        row.getString(3),
                        Optional.ofNullable(row.getBytes(4))));
    }

    /** Seals made before a moment whose rows are not gone, the oldest first; not all at once. */
    List<Seal> sealsBefore(Instant than, int most) {
        return sql.list(
                Sql.of(
                        "select " + SEAL + " from " + seals + " where gone = 0 and at < ? order by number limit "
                                + most,
                        SqlValue.instant(than)),
                TrailStore::seal);
    }

    /** Takes the rows of a seal away, and the marks of those that went before; the seal stands for them. */
    void takeAway(Seal before, Seal after) {
        Seal.Gone gone = after.gone().orElseThrow();
        delete(before.rows());
        sql.update(Sql.of("delete from " + marks + " where id = any(?)", SqlValue.uuids(before.rows())));
        sql.update(Sql.of(
                "update " + seals + " set rows = '{}', gone = ?, gone_mac = ? where number = ?",
                new SqlValue(gone.rows(), "integer"),
                bytes(gone.mac().orElse(null)),
                SqlValue.integer(after.number())));
    }

    void add(Mark mark, Instant now) {
        add(List.of(mark), now);
    }

    void add(List<Mark> some, Instant now) {
        List<SqlValue> values = new ArrayList<>();
        some.forEach(mark -> values.addAll(List.of(
                SqlValue.uuid(mark.id()),
                bytes(mark.mark()),
                SqlValue.text(mark.reason()),
                SqlValue.instant(now),
                bytes(mark.mac().orElse(null)))));
        sql.update(new Sql(
                "insert into " + marks + " (id, mark, reason, at, mac) values "
                        + String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?, ?, ?)"))
                        + " on conflict do nothing",
                values));
    }

    /** Lets this transaction take rows away or change them. */
    void unlock() {
        sql.execute("set local armature.trail = 'retention'");
    }

    void delete(List<UUID> ids) {
        sql.update(Sql.of("delete from " + rows + " where id = any(?)", SqlValue.uuids(ids)));
    }

    /** Puts other contents into a row. */
    void replace(AuditRow row, byte @Nullable [] mac) {
        sql.update(Sql.of(
                "update " + rows + " set changes = ?, details = ?, address = ?, mac = ? where id = ?",
                new SqlValue(row.entry().changes(), "jsonb"),
                new SqlValue(row.entry().details(), "jsonb"),
                SqlValue.text(row.entry().origin().address()),
                bytes(mac),
                SqlValue.uuid(row.id())));
    }

    /** Sealed rows of an entity, or of all but some, that are older than a moment; not all at once. */
    List<Stored> older(String entity, List<String> except, Instant than, long sealedBefore, int most) {
        return sql.list(
                Sql.of(
                        "select " + COLUMNS + " from " + rows + " a where a.at < ? and a.xact < ? and "
                                + (entity.equals(Retention.OTHERS) ? "not a.entity = any(?)" : "a.entity = any(?)")
                                + " order by a.at, a.id limit " + most,
                        SqlValue.instant(than),
                        SqlValue.integer(sealedBefore),
                        SqlValue.texts(entity.equals(Retention.OTHERS) ? except : List.of(entity))),
                TrailStore::stored);
    }

    /** Rows about some records, or done by one user. */
    List<Stored> about(Collection<UUID> records, UUID person) {
        return sql.list(
                Sql.of(
                        "select " + COLUMNS + " from " + rows
                                + " a where a.record = any(?) or a.actor = ? or a.real_actor = ? order by a.at, a.id",
                        SqlValue.uuids(List.copyOf(records)),
                        SqlValue.uuid(person),
                        SqlValue.uuid(person)),
                TrailStore::stored);
    }

    /** Those of the rows that a seal holds. */
    Set<UUID> sealed(List<UUID> ids) {
        return new HashSet<>(sql.list(
                Sql.of(
                        "select s.id from (select unnest(rows) as id from " + seals + ") s where s.id = any(?)",
                        SqlValue.uuids(ids)),
                row -> row.getObject(1, UUID.class)));
    }

    List<Retention.Rule> rules() {
        return sql.list(
                Sql.of("select entity, days from " + retention + " order by entity"),
                row -> new Retention.Rule(row.getString(1), row.getInt(2)));
    }

    void replaceRules(List<Retention.Rule> rules) {
        sql.update(Sql.of("delete from " + retention));
        rules.forEach(rule -> sql.update(Sql.of(
                "insert into " + retention + " (entity, days) values (?, ?)",
                SqlValue.text(rule.entity()),
                new SqlValue(rule.days(), "integer"))));
    }

    static Stored stored(ResultSet row) throws SQLException {
        AuditEntry entry = new AuditEntry(
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getObject(5, UUID.class)),
                Optional.ofNullable(row.getObject(6, Long.class)),
                Optional.ofNullable(row.getObject(7, UUID.class)),
                new Origin(text(row, 10), text(row, 9), Optional.ofNullable(row.getObject(8, UUID.class))),
                row.getString(11),
                row.getString(12));
        AuditRow read = new AuditRow(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                entry);
        return new Stored(read, row.getBytes(13));
    }

    static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                Arrays.asList((UUID[]) row.getArray(3).getArray()),
                row.getBytes(4),
                Optional.ofNullable(row.getBytes(5)),
                row.getLong(6),
                row.getInt(7) == 0
                        ? Optional.empty()
                        : Optional.of(new Seal.Gone(row.getInt(7), Optional.ofNullable(row.getBytes(8)))));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static SqlValue bytes(byte @Nullable [] bytes) {
        return new SqlValue(bytes, "bytea");
    }
}
