package io.armature.engine.query.sql;

import io.armature.engine.query.plan.Told;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.SqlFragment.Bind;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Turns a statement about the present into the same statement about a moment in the past: every table in it becomes
 * what that table held then, by undoing what the audit trail tells of later. Tables without a trail stay as they are.
 */
final class HistorySql {
    private static final String AT = "(select \"at\" from \"as_of\")";

    private final Model model;
    private final String schema;
    private final String audit;
    private final List<String> tables = new ArrayList<>();
    private String text;

    private HistorySql(String text, Model model, SqlTarget target) {
        this.text = text;
        this.model = model;
        this.schema = target.schema();
        this.audit = Identifiers.quote(schema, "sys$audit");
    }

    static QuerySql of(QuerySql present, Model model, SqlTarget target) {
        HistorySql history = new HistorySql(present.text(), model, target);
        model.entities().values().stream().filter(Entity::stored).forEach(history::replace);
        history.text = PastScope.present(history.text);
        List<Bind> binds = new ArrayList<>();
        binds.add(new Bind.Parameter(Slot.AS_OF, "timestamp with time zone"));
        binds.addAll(present.binds());
        return new QuerySql(
                history.with(),
                binds,
                present.layout(),
                present.presence(),
                present.count(),
                present.cursor(),
                present.version(),
                present.deleted(),
                false,
                Told.IN_PART);
    }

    private String with() {
        return "with \"as_of\" as materialized (select ?::timestamptz as \"at\")"
                + tables.stream().map(table -> ", " + table).collect(Collectors.joining())
                + " "
                + text;
    }

    private void replace(Entity entity) {
        if (entity.features().audit() && entity.managed()) {
            replace(entity.table(), () -> records(entity));
            for (Field field : entity.ownFields()) {
                if (field.relation().orElse(null) instanceof Relation.Links links) {
                    replace(links.table(), () -> links(entity, field.name(), links));
                }
            }
        }
    }

    private void replace(String table, Supplier<String> then) {
        String present = Identifiers.quote(schema, table) + " ";
        if (text.contains(present)) {
            String name = "\"h" + tables.size() + "\"";
            text = text.replace(present, name + " ");
            tables.add(name + " as not materialized (" + then.get() + ")");
        }
    }

    /** The rows of an entity's own table as they were; rows that came later are missing, rows that went are back. */
    private String records(Entity entity) {
        String table = Identifiers.quote(schema, entity.table());
        String came = entity.root().equals(entity.fullName())
                ? "\"c\".\"created_at\" <= " + AT
                : "not exists (select from " + audit + " as \"a\" where " + later("\"c\".\"id\"", entity)
                        + " and \"a\".\"action\" = 'create')";
        String present = "select " + columns(entity, "\"c\"") + " from " + table + " as \"c\" left join lateral ("
                + undone(entity)
                + ") as \"u\" on true cross join lateral jsonb_populate_record(\"c\", coalesce(\"u\".\"old\", '{}')) as \"p\""
                + " where " + came;
        return entity.features().softDelete() ? present : present + " union all " + gone(entity, table);
    }

    /** The id comes from the table itself where it can, so that PostgreSQL finds a record by its index. */
    private static String columns(Entity entity, String id) {
        StringBuilder columns = new StringBuilder(id + ".\"id\"");
        entity.ownFields().stream()
                .filter(field -> !field.name().equals(SystemFields.ID))
                .flatMap(field -> field.columns().stream())
                .forEach(column -> columns.append(", \"p\".").append(Identifiers.quote(column.name())));
        return entity.lineOf() ? columns + ", \"p\"." + Identifiers.quote(SystemFields.POSITION) : columns.toString();
    }

    /** The oldest of the later changes of each field holds the value it had. */
    private String undone(Entity entity) {
        return "select " + old(entity) + " as \"old\" from " + audit
                + " as \"a\" cross join lateral jsonb_each(\"a\".\"changes\") as \"e\" where "
                + later("\"c\".\"id\"", entity);
    }

    private String gone(Entity entity, String table) {
        return "select " + columns(entity, "\"p\"") + " from (select \"a\".\"record\", " + old(entity)
                + " as \"old\" from " + audit
                + " as \"a\" cross join lateral jsonb_each(\"a\".\"changes\") as \"e\" where \"a\".\"entity\" in ("
                + family(entity) + ") and \"a\".\"at\" > " + AT
                + " group by \"a\".\"record\" having bool_or(\"a\".\"action\" = 'delete') and not bool_or(\"a\".\"action\" = 'create'))"
                + " as \"d\" cross join lateral jsonb_populate_record(null::" + table
                + ", \"d\".\"old\" || jsonb_build_object('id', \"d\".\"record\")) as \"p\""
                + " where not exists (select from " + table + " as \"c\" where \"c\".\"id\" = \"d\".\"record\")";
    }

    /** Later values overwrite earlier ones in such an object, so the oldest change comes last. */
    private String old(Entity entity) {
        String values = "jsonb_object_agg(\"e\".\"key\", \"e\".\"value\" -> 0 order by \"a\".\"version\" desc)";
        boolean root = entity.root().equals(entity.fullName());
        String stamped = root ? values + " || jsonb_build_object('version', min(\"a\".\"version\") - 1)" : values;
        List<Field> pairs = entity.ownFields().stream()
                .filter(field -> field.valueType() instanceof ValueType.AnyReference
                        && !field.columns().isEmpty())
                .toList();
        String split = stamped;
        for (Field field : pairs) {
            split = "(select \"x\".\"o\" || case when jsonb_exists(\"x\".\"o\", " + literal(field.name())
                    + ") then jsonb_build_object("
                    + literal(field.columns().get(0).name()) + ", \"x\".\"o\" -> " + literal(field.name())
                    + " ->> 'entity', "
                    + literal(field.columns().get(1).name()) + ", \"x\".\"o\" -> " + literal(field.name())
                    + " ->> 'id') else '{}' end from (select " + split + " as \"o\") as \"x\")";
        }
        return split;
    }

    private String links(Entity entity, String field, Relation.Links links) {
        String table = Identifiers.quote(schema, links.table());
        String changed =
                later("\"j\".\"source\"", entity) + " and jsonb_exists(\"a\".\"changes\", " + literal(field) + ")";
        return "select \"j\".\"source\", \"j\".\"target\", \"j\".\"position\" from " + table
                + " as \"j\" where not exists (select from " + audit + " as \"a\" where " + changed + ")"
                + " union all select \"f\".\"record\", \"v\".\"id\"::uuid, \"v\".\"place\"::integer from (select \"a\".\"record\", "
                + "(array_agg(\"a\".\"changes\" -> " + literal(field)
                + " -> 0 order by \"a\".\"version\"))[1] as \"ids\" from "
                + audit + " as \"a\" where \"a\".\"entity\" in (" + family(entity) + ") and \"a\".\"at\" > " + AT
                + " and jsonb_exists(\"a\".\"changes\", " + literal(field) + ") group by \"a\".\"record\") as \"f\""
                + " cross join lateral jsonb_array_elements_text(case jsonb_typeof(\"f\".\"ids\") when 'array'"
                + " then \"f\".\"ids\" else '[]' end) with ordinality as \"v\" (\"id\", \"place\")";
    }

    private String later(String record, Entity entity) {
        return "\"a\".\"entity\" in (" + family(entity) + ") and \"a\".\"record\" = " + record + " and \"a\".\"at\" > "
                + AT;
    }

    /** Entities whose records may be the same record: a write names the one it came through. */
    private String family(Entity entity) {
        return model.entities().values().stream()
                .filter(other -> other.root().equals(entity.root()))
                .map(other -> literal(other.fullName()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String literal(String name) {
        return "'" + name.replace("'", "''") + "'";
    }
}
