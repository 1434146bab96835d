package io.armature.engine.identity;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The preferences of users, which they change themselves. */
public final class PreferenceStore {

    private static final Preferences NONE = new Preferences(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Database database;
    private final CallerCache callers;

    public PreferenceStore(Database database, CallerCache callers) {
        this.database = database;
        this.callers = callers;
    }

    public Preferences of(Tenant tenant, UUID user) {
        return database.direct(sql -> sql.first(
                        Sql.of(
                                "select locale, time_zone, theme, date_format, number_format, home_page from "
                                        + table(tenant) + " where id = ?",
                                SqlValue.uuid(user)),
                        row -> new Preferences(
                                Optional.ofNullable(row.getString(1)),
                                Optional.ofNullable(row.getString(2)),
                                Optional.ofNullable(row.getString(3)),
                                Optional.ofNullable(row.getString(4)),
                                Optional.ofNullable(row.getString(5)),
                                Optional.ofNullable(row.getString(6)))))
                .orElse(NONE);
    }

    /**
     * Changes what is named and leaves the rest.
     *
     * @throws io.armature.metadata.problem.ProblemException when a value cannot be used
     */
    public void change(Tenant tenant, UUID user, Map<Preference, Optional<String>> changes) {
        if (changes.isEmpty()) {
            return;
        }
        changes.forEach((preference, value) -> value.ifPresent(preference::check));
        List<SqlValue> values = new ArrayList<>();
        changes.values().forEach(value -> values.add(SqlValue.text(value.orElse(null))));
        values.add(SqlValue.uuid(user));
        String assignments = changes.keySet().stream()
                .map(preference -> Identifiers.quote(preference.column()) + " = ?, ")
                .collect(Collectors.joining());
        database.transaction(sql -> {
            sql.update(new Sql(
                    "update " + table(tenant) + " set " + assignments
                            + "version = version + 1, updated_at = now() where id = ?",
                    values));
            callers.forget(sql, tenant);
            return user;
        });
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$user");
    }
}
