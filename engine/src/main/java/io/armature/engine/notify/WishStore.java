package io.armature.engine.notify;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Statements about how people want to be told. */
final class WishStore {

    /** The kind that stands for all others. */
    static final String OTHERS = "others";

    private WishStore() {}

    /** Active users among these, with their wishes for a kind of thing. */
    static List<Addressee> addressees(SqlRunner sql, Tenant tenant, Collection<UUID> users, String kind) {
        return sql.list(
                Sql.of(
                        "select u.id, u.name, u.email, u.locale, u.time_zone, w.in_app, w.mail from "
                                + table(tenant, "sys$user") + " u left join lateral (select in_app, mail from "
                                + table(tenant, "sys$wish") + " where \"user\" = u.id and kind in (?, '" + OTHERS
                                + "') order by kind = '" + OTHERS + "' limit 1) w on true"
                                + " where u.id = any(?) and u.active",
                        SqlValue.text(kind),
                        SqlValue.uuids(List.copyOf(users))),
                WishStore::addressee);
    }

    /** What a user has said, by kind. */
    static Map<String, Wish> of(SqlRunner sql, Tenant tenant, UUID user) {
        Map<String, Wish> wishes = new TreeMap<>();
        sql.each(
                Sql.of(
                        "select kind, in_app, mail from " + table(tenant, "sys$wish") + " where \"user\" = ?",
                        SqlValue.uuid(user)),
                row -> wishes.put(row.getString(1), wish(row, 2)));
        return wishes;
    }

    static void put(SqlRunner sql, Tenant tenant, UUID user, String kind, Wish wish) {
        sql.update(Sql.of(
                "insert into " + table(tenant, "sys$wish") + " (\"user\", kind, in_app, mail) values (?, ?, ?, ?)"
                        + " on conflict (\"user\", kind) do update set in_app = excluded.in_app, mail = excluded.mail",
                SqlValue.uuid(user),
                SqlValue.text(kind),
                SqlValue.flag(wish.inApp()),
                SqlValue.text(wish.mail().word())));
    }

    static void forget(SqlRunner sql, Tenant tenant, UUID user, String kind) {
        sql.update(Sql.of(
                "delete from " + table(tenant, "sys$wish") + " where \"user\" = ? and kind = ?",
                SqlValue.uuid(user),
                SqlValue.text(kind)));
    }

    private static Addressee addressee(ResultSet row) throws SQLException {
        boolean said = row.getString(7) != null;
        return new Addressee(
                row.getObject(1, UUID.class),
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4))
                        .map(Locale::forLanguageTag)
                        .orElse(Locale.ENGLISH),
                zone(Optional.ofNullable(row.getString(5))),
                said ? wish(row, 6) : Wish.USUAL);
    }

    private static Wish wish(ResultSet row, int column) throws SQLException {
        return new Wish(
                row.getBoolean(column),
                MailWish.named(row.getString(column + 1)).orElse(MailWish.NEVER));
    }

    private static ZoneId zone(Optional<String> name) {
        try {
            return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    static String table(Tenant tenant, String name) {
        return Identifiers.quote(tenant.schema(), name);
    }
}
