package io.armature.engine.site;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.site.PersonPlaces.Place;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ColumnType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Statements about a person's data in one place. */
final class PersonStore {

    private static final int LONGEST = 1_000_000;

    private final SqlRunner sql;
    private final Tenant tenant;

    PersonStore(SqlRunner sql, Tenant tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    /** Whether the person's record is there. */
    boolean exists(String table, UUID person) {
        return sql.first(
                        Sql.of(
                                "select 1 from " + Identifiers.quote(tenant.schema(), table) + " where id = ?",
                                SqlValue.uuid(person)),
                        row -> true)
                .isPresent();
    }

    /** The ids of the records, with their personal values as JSON objects. */
    Map<UUID, String> read(Place place, UUID person) {
        StringBuilder columns = new StringBuilder("\"id\"");
        place.fields()
                .forEach(field -> columns.append(", ")
                        .append(Identifiers.quote(field.columns().getFirst().name()))
                        .append(" as ")
                        .append(Identifiers.quote(field.name())));
        Map<UUID, String> found = new LinkedHashMap<>();
        sql.each(
                Sql.of(
                        "select \"id\", to_jsonb(\"_x\")::text from (select " + columns + " from " + table(place)
                                + " where " + Identifiers.quote(place.key()) + " = ?) \"_x\" order by \"id\"",
                        SqlValue.uuid(person)),
                row -> found.put(row.getObject(1, UUID.class), row.getString(2)));
        return found;
    }

    /** Takes the values away; what must have one gets one that says nothing. */
    int erase(Place place, UUID person) {
        List<String> sets = new ArrayList<>();
        for (Field field : place.fields()) {
            for (int i = 0; i < field.columns().size(); i++) {
                Field.Column column = field.columns().get(i);
                String value = field.required() && i == 0 ? nothing(field, column) : "null";
                if (!value.isEmpty()) {
                    sets.add(Identifiers.quote(column.name()) + " = " + value);
                }
            }
        }
        if (place.entity().root().equals(place.entity().fullName())) {
            sets.add(
                    Identifiers.quote(SystemFields.VERSION) + " = " + Identifiers.quote(SystemFields.VERSION) + " + 1");
            sets.add(Identifiers.quote(SystemFields.UPDATED_AT) + " = now()");
        }
        return sql.update(Sql.of(
                "update " + table(place) + " set " + String.join(", ", sets) + " where "
                        + Identifiers.quote(place.key()) + " = ?",
                SqlValue.uuid(person)));
    }

    /** Empty for types that have no value that says nothing. */
    private static String nothing(Field field, Field.Column column) {
        if (!column.type().equals(ColumnType.TEXT) || field.type().name().equals("choice")) {
            return "";
        }
        String text = field.type().name().equals("email")
                ? "'erased-' || \"id\" || '@example.invalid'"
                : "'erased-' || \"id\"";
        int most = field.definition().integer("max").orElse(LONGEST);
        return "left(" + text + ", " + most + ")";
    }

    /** What waits to be sent says nothing of these records any more. */
    void eraseEvents(List<UUID> records) {
        for (String table : List.of("sys$outbox", "sys$outbox_retry")) {
            sql.update(Sql.of(
                    "update " + Identifiers.quote(tenant.schema(), table)
                            + " set changes = '{}', details = '{}' where record = any(?)",
                    SqlValue.uuids(records)));
        }
        sql.update(Sql.of(
                "update " + Identifiers.quote(tenant.schema(), "sys$delivery")
                        + " set body = '{}' where record = any(?)",
                SqlValue.uuids(records)));
    }

    /**
     * Files of the person's record say much of him; their contents are swept away a day later.
     *
     * @return those that are gone
     */
    List<UUID> eraseFiles(UUID person) {
        return gone("sys$file", person);
    }

    /** So does what others said about him. */
    List<UUID> eraseComments(UUID person) {
        return gone("sys$comment", person);
    }

    private List<UUID> gone(String table, UUID person) {
        return sql.list(
                Sql.of(
                        "delete from " + Identifiers.quote(tenant.schema(), table) + " where record = ? returning id",
                        SqlValue.uuid(person)),
                row -> row.getObject(1, UUID.class));
    }

    /** What people were told of these records, and what functions that failed went by. */
    void eraseTold(List<UUID> records) {
        sql.update(Sql.of(
                "delete from " + Identifiers.quote(tenant.schema(), "sys$notification") + " where record = any(?)",
                SqlValue.uuids(records)));
        sql.update(Sql.of(
                "delete from " + Identifiers.quote(tenant.schema(), "sys$script_failure")
                        + " where recording like any(?)",
                SqlValue.texts(
                        records.stream().map(record -> "%" + record + "%").toList())));
    }

    /** Mails to the person, those that wait too. */
    void eraseMails(Collection<String> addresses) {
        sql.update(Sql.of(
                "delete from " + Identifiers.quote(tenant.schema(), "sys$mail") + " where lower(recipient) = any(?)",
                SqlValue.texts(addresses.stream()
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .toList())));
    }

    /** A user who is erased can sign in no more. */
    void closeAccount(UUID user) {
        sql.update(Sql.of(
                "update " + Identifiers.quote(tenant.schema(), "sys$user")
                        + " set active = false, password = null where id = ?",
                SqlValue.uuid(user)));
        for (String table : List.of("sys$session", "sys$token", "sys$link")) {
            sql.update(Sql.of(
                    "delete from " + Identifiers.quote(tenant.schema(), table) + " where \"user\" = ?",
                    SqlValue.uuid(user)));
        }
    }

    private String table(Place place) {
        return Identifiers.quote(tenant.schema(), place.entity().table());
    }
}
