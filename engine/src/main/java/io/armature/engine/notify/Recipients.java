package io.armature.engine.notify;

import static io.armature.engine.notify.WishStore.table;

import io.armature.engine.access.Access;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Finds the people that messages name: {@code owner}, {@code followers}, {@code role:x}, {@code group:x}, {@code user:name}, the
 * id of a user, or a field of the record that links to one.
 */
@Singleton
final class Recipients {

    private static final int MOST = 1000;
    private static final String OWNER = "owner";
    private static final String FOLLOWERS = "followers";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Access access;

    Recipients(Access access) {
        this.access = access;
    }

    /** Active and inactive users alike; a name that leads to nobody is passed over. */
    Set<UUID> of(SqlRunner sql, Tenant tenant, Model model, Collection<String> names, Optional<Notice.About> about) {
        Set<UUID> found = new LinkedHashSet<>();
        for (String name : names) {
            found.addAll(of(sql, tenant, model, name, about));
        }
        return found;
    }

    private List<UUID> of(SqlRunner sql, Tenant tenant, Model model, String name, Optional<Notice.About> about) {
        int colon = name.indexOf(':');
        String rest = name.substring(colon + 1);
        return switch (colon < 0 ? "" : name.substring(0, colon)) {
            case "role" ->
                users(sql, tenant, "roles && ?", SqlValue.texts(List.copyOf(access.including(tenant, model, rest))));
            case "group" -> users(sql, tenant, "groups && ?", SqlValue.texts(List.of(rest)));
            case "user" -> users(sql, tenant, "lower(username) = lower(?)", SqlValue.text(rest));
            default -> plain(sql, tenant, model, name, about);
        };
    }

    private static List<UUID> plain(
            SqlRunner sql, Tenant tenant, Model model, String name, Optional<Notice.About> about) {
        if (ID.matcher(name).matches()) {
            return List.of(UUID.fromString(name));
        }
        if (about.isEmpty()) {
            return List.of();
        }
        return name.equals(FOLLOWERS)
                ? FollowerStore.of(sql, tenant, about.get()).stream()
                        .map(Followers.Follower::id)
                        .toList()
                : ofField(sql, tenant, model, name, about.get());
    }

    /** The user that a field of the record names; the owner stands in the table of the oldest ancestor. */
    static List<UUID> ofField(SqlRunner sql, Tenant tenant, Model model, String field, Notice.About about) {
        Optional<Entity> entity = model.entity(about.entity()).filter(Entity::stored);
        if (entity.isEmpty()) {
            return List.of();
        }
        if (field.equals(OWNER)) {
            return value(sql, tenant, model.require(entity.get().root()).table(), OWNER, about.record());
        }
        return entity.get().lineage().stream()
                .map(model::require)
                .filter(level ->
                        level.ownFields().stream().anyMatch(own -> own.name().equals(field) && isUser(own, model)))
                .findFirst()
                .map(level -> value(
                        sql,
                        tenant,
                        level.table(),
                        level.field(field).orElseThrow().column().name(),
                        about.record()))
                .orElse(List.of());
    }

    private static boolean isUser(Field field, Model model) {
        return field.columns().size() == 1
                && field.relation().orElse(null) instanceof Relation.Link link
                && link.target().equals(model.userEntity());
    }

    private static List<UUID> value(SqlRunner sql, Tenant tenant, String table, String column, UUID record) {
        String quoted = Identifiers.quote(column);
        return sql.list(
                Sql.of(
                        "select " + quoted + " from " + table(tenant, table) + " where id = ? and " + quoted
                                + " is not null",
                        SqlValue.uuid(record)),
                row -> row.getObject(1, UUID.class));
    }

    private static List<UUID> users(SqlRunner sql, Tenant tenant, String condition, SqlValue value) {
        return sql.list(
                Sql.of(
                        "select id from " + table(tenant, "sys$user") + " where active and " + condition
                                + " order by id limit " + MOST,
                        value),
                row -> row.getObject(1, UUID.class));
    }
}
