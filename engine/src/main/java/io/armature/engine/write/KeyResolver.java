package io.armature.engine.write;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

/** Finds the records that unique keys name: all keys of a request in one statement. */
final class KeyResolver {

    private final SqlRunner runner;
    private final String schema;
    private final Model model;

    KeyResolver(SqlRunner runner, String schema, Model model) {
        this.runner = runner;
        this.schema = schema;
        this.model = model;
    }

    private record Shape(String entity, Set<String> fields) {}

    /** The ids of the keys that name a record; the others are left out. */
    Map<Given.Key, UUID> resolve(Collection<Given.Key> keys) {
        List<Given.Key> distinct = keys.stream().distinct().toList();
        Map<Given.Key, UUID> found = new HashMap<>();
        if (!distinct.isEmpty()) {
            runner.each(sql(distinct), row -> found.put(distinct.get(row.getInt(1)), row.getObject(2, UUID.class)));
        }
        return found;
    }

    private Sql sql(List<Given.Key> keys) {
        SequencedMap<Shape, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Given.Key key = keys.get(i);
            groups.computeIfAbsent(new Shape(key.entity(), key.values().keySet()), any -> new ArrayList<>())
                    .add(i);
        }
        Sql sql = Sql.of("");
        for (var group : groups.entrySet()) {
            Sql part = group(group.getKey(), group.getValue(), keys);
            sql = sql.text().isEmpty() ? part : sql.then(Sql.of(" union all ")).then(part);
        }
        return sql;
    }

    private Sql group(Shape shape, List<Integer> places, List<Given.Key> keys) {
        Entity entity = model.require(shape.entity());
        List<Field> fields = shape.fields().stream()
                .map(name -> entity.field(name).orElseThrow())
                .toList();
        StringBuilder arrays = new StringBuilder("?::integer[]");
        StringBuilder names = new StringBuilder("n");
        StringBuilder match = new StringBuilder();
        List<SqlValue> values = new ArrayList<>();
        values.add(new SqlValue(ArrayNotation.of(places), "integer[]"));
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            String type = field.columns().getFirst().type().sql();
            arrays.append(", ?::").append(type).append("[]");
            names.append(", k").append(i);
            match.append(i == 0 ? "" : " and ")
                    .append(column(entity, field))
                    .append(" = k.k")
                    .append(i);
            List<Object> items = new ArrayList<>();
            places.forEach(place -> items.add(keys.get(place).values().get(field.name())));
            values.add(new SqlValue(ArrayNotation.of(items), type + "[]"));
        }
        String text = "select k.n, l0.\"id\" from unnest(" + arrays + ") as k(" + names + ") join " + tables(entity)
                + " on " + match + alive(entity);
        return new Sql(text, values);
    }

    private String tables(Entity entity) {
        StringBuilder text = new StringBuilder();
        for (int level = 0; level < entity.lineage().size(); level++) {
            String table = Identifiers.quote(
                    schema, model.require(entity.lineage().get(level)).table());
            if (level == 0) {
                text.append(entity.lineage().size() > 1 ? "(" : "")
                        .append(table)
                        .append(" l0");
            } else {
                text.append(" join ")
                        .append(table)
                        .append(" l")
                        .append(level)
                        .append(" on l")
                        .append(level)
                        .append(".\"id\" = l0.\"id\"");
            }
        }
        return text.append(entity.lineage().size() > 1 ? ")" : "").toString();
    }

    private static String column(Entity entity, Field field) {
        return "l" + entity.lineage().indexOf(field.level()) + "."
                + Identifiers.quote(field.columns().getFirst().name());
    }

    private static String alive(Entity entity) {
        return entity.field(SystemFields.DELETED_AT)
                .map(deleted -> " and " + column(entity, deleted) + " is null")
                .orElse("");
    }
}
