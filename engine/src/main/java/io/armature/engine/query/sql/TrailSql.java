package io.armature.engine.query.sql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.ReadAccess;
import io.armature.engine.access.Rule;
import io.armature.engine.query.plan.StateFields;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.expression.SqlFragment.Bind;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.Options;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the statement that tells who changed what of one record, the latest change first, in words of the model. */
public final class TrailSql {
    private static final String STEPS = "(\"a\".\"action\" = 'transition' or \"a\".\"action\" like 'approval%')";

    private final Model model;
    private final ReadAccess access;
    private final Entity entity;
    private final RowsFactory factory;

    private TrailSql(Model model, ReadAccess access, Entity entity, SqlTarget target) {
        this.model = model;
        this.access = access;
        this.entity = entity;
        this.factory = new RowsFactory(model, target);
    }

    /** The statement for records of an entity; {@link Slot#KEY} is the id, {@link Slot#OFFSET} and {@link Slot#AFTER} a version and an entry's id to be below. */
    public static QuerySql of(Model model, ReadAccess access, Entity entity, SqlTarget target) {
        return new TrailSql(model, access, entity, target).write();
    }

    private QuerySql write() {
        String schema = factory.target().schema();
        SqlFragment statement = new SqlBuilder()
                .add("select (\"a\".\"at\" at time zone 'UTC')::text, \"a\".\"version\"::text, \"a\".\"action\","
                        + " case when \"a\".\"actor\" is not null then json_build_object('id', \"a\".\"actor\", 'name',"
                        + " \"u\".\"name\")::text end, (")
                .add(changes())
                .add(")::text, \"a\".\"request\", ")
                .add(details())
                .add(", \"a\".\"id\"::text from " + Identifiers.quote(schema, "sys$audit")
                        + " as \"a\" left join " + Identifiers.quote(schema, "sys$user")
                        + " as \"u\" on \"u\".\"id\" = \"a\".\"actor\" where \"a\".\"entity\" in (" + family()
                        + ") and \"a\".\"record\" = ")
                .add(Slot.of(Slot.KEY, "uuid"))
                .add(readable())
                .add(" and (\"a\".\"version\", \"a\".\"id\") < (")
                .add(Slot.of(Slot.OFFSET, "bigint"))
                .add(", ")
                .add(Slot.of(Slot.AFTER, "uuid"))
                .add(") order by \"a\".\"version\" desc, \"a\".\"id\" desc limit ")
                .add(Slot.of(Slot.LIMIT, "bigint"))
                .build();
        List<Layout> layout = List.of(
                new Layout.Value("at", 1, Encoding.MOMENT),
                new Layout.Value(SystemFields.VERSION, 2, Encoding.RAW),
                new Layout.Value("action", 3, Encoding.TEXT),
                new Layout.Value("actor", 4, Encoding.RAW),
                new Layout.Value("changes", 5, Encoding.RAW),
                new Layout.Value("request", 6, Encoding.TEXT),
                new Layout.Value("details", 7, Encoding.RAW));
        return new QuerySql(
                statement.text(),
                statement.binds(),
                layout,
                0,
                0,
                List.of(new CursorColumn(2, Encoding.RAW), new CursorColumn(8, Encoding.RAW)),
                0,
                0);
    }

    /**
     * What else the trail knows of steps of a workflow, for those who see the states that they lead from and to; of what
     * else it tells is not for every reader of the record.
     */
    private SqlFragment details() {
        Rule seen = Rule.both(StateFields.of(model, entity).stream()
                .map(field -> access.field(entity, field.name()).shown())
                .toList());
        if (seen.isNone()) {
            return SqlFragment.of("null::text");
        }
        return new SqlBuilder()
                .add("case when " + STEPS)
                .add(seen.condition()
                        .map(condition -> existing(entity, condition, " and "))
                        .orElseGet(() -> SqlFragment.of("")))
                .add(" then \"a\".\"details\"::text end")
                .build();
    }

    /** Who may not read the record may not read its past. */
    private SqlFragment readable() {
        return access.rows(entity.fullName())
                .condition()
                .map(condition -> existing(entity, condition, " and "))
                .orElseGet(() -> SqlFragment.of(""));
    }

    /** That a condition holds of the record as it is now, as a record of an entity. */
    private SqlFragment existing(Entity as, Expression condition, String before) {
        Rows rows = factory.rows(as.fullName());
        SqlFragment holds = rows.condition(List.of(), condition);
        return new SqlBuilder()
                .add(before + "exists (select from ")
                .add(rows.from())
                .add(" where " + rows.id(List.of()) + " = ")
                .add(Slot.of(Slot.KEY, "uuid"))
                .add(" and (")
                .add(holds)
                .add("))")
                .build();
    }

    /**
     * That the value of a change may be told: one that is hidden now was not for this reader before. What the record is
     * besides, as another entity, is told to who may read it as that; what no entity has any more, to who sees all there is.
     */
    private SqlFragment told() {
        SqlBuilder told = new SqlBuilder().add(" where case");
        List<Rule> all = new ArrayList<>();
        for (Field field : entity.fields().values()) {
            Rule shown = access.field(entity, field.name()).shown();
            all.add(shown);
            tell(told, entity, field, shown);
        }
        Set<String> named = new HashSet<>(entity.fields().keySet());
        for (Entity other : relatives()) {
            for (Field field : other.ownFields()) {
                if (named.add(field.name())) {
                    Rule shown = access.rows(other.fullName())
                            .and(access.field(other, field.name()).shown());
                    all.add(shown);
                    tell(told, other, field, shown);
                }
            }
        }
        return Rule.both(all).isAll()
                ? SqlFragment.of("")
                : told.add(" else false end").build();
    }

    private void tell(SqlBuilder told, Entity as, Field field, Rule shown) {
        told.add(" when \"e\".\"key\" = " + literal(field.name()) + " then ")
                .add(shown.condition()
                        .map(condition -> existing(as, condition, ""))
                        .orElseGet(() -> SqlFragment.of(String.valueOf(shown.isAll()))));
    }

    private SqlFragment changes() {
        return new SqlBuilder()
                .add("select coalesce(json_agg(json_build_object('field', \"e\".\"key\", 'title', coalesce(")
                .add(json(titles()))
                .add(
                        " ->> \"e\".\"key\", \"e\".\"key\"), 'old', \"e\".\"value\" -> 0, 'new', \"e\".\"value\" -> 1, 'oldLabel', ")
                .add(label("(\"e\".\"value\" ->> 0)"))
                .add(", 'newLabel', ")
                .add(label("(\"e\".\"value\" ->> 1)"))
                .add(") order by \"e\".\"key\"), '[]') from jsonb_each(\"a\".\"changes\") as \"e\"")
                .add(told())
                .build();
    }

    /** What people call a value: the label of the linked record, the title of the option; null for all else. */
    private SqlFragment label(String value) {
        SqlBuilder label = new SqlBuilder().add("case");
        for (Field field : entity.fields().values()) {
            if (field.relation().orElse(null) instanceof Relation.Link link
                    && !field.columns().isEmpty()) {
                label.add(" when \"e\".\"key\" = " + literal(field.name()) + " then (")
                        .add(linked(model.require(link.target()), value))
                        .add(")");
            }
        }
        return label.add(" else ")
                .add(json(options()))
                .add(" -> \"e\".\"key\" ->> " + value + " end")
                .build();
    }

    private SqlFragment linked(Entity target, String value) {
        if (!target.stored()) {
            return SqlFragment.of("null::text");
        }
        Rows rows = factory.rows(target.fullName());
        Rule shown = target.isPublic()
                ? Rule.ALL
                : access.rows(target.fullName())
                        .and(access.field(target, target.label()).shown());
        if (shown.isNone()) {
            return SqlFragment.of("null::text");
        }
        SqlFragment seen = shown.condition()
                .map(condition -> SqlBuilder.wrap(" and (", rows.condition(List.of(), condition), ")"))
                .orElseGet(() -> SqlFragment.of(""));
        SqlFragment label = target.field(target.label())
                .filter(field -> !field.relation().isPresent())
                .map(field -> rows.value(List.of(), field))
                .orElseGet(() -> SqlFragment.of(rows.id(List.of())));
        return new SqlBuilder()
                .add("select ")
                .add(SqlBuilder.wrap("(", label, ")::text"))
                .add(" from ")
                .add(rows.from())
                .add(" where " + rows.id(List.of()) + " = " + value + "::uuid")
                .add(seen)
                .build();
    }

    private ObjectNode titles() {
        ObjectNode titles = JsonNodeFactory.instance.objectNode();
        entity.fields().values().forEach(field -> titles.put(field.name(), field.title()));
        return titles;
    }

    private ObjectNode options() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Field field : entity.fields().values()) {
            ObjectNode titles = JsonNodeFactory.instance.objectNode();
            Options.of(field.definition()).byKey().forEach((key, option) -> titles.put(key, option.title()));
            if (!titles.isEmpty()) {
                all.set(field.name(), titles);
            }
        }
        return all;
    }

    private String family() {
        return relatives().stream().map(other -> literal(other.fullName())).collect(Collectors.joining(", "));
    }

    /** Entities whose records may be the same record: a write names the one it came through. */
    private List<Entity> relatives() {
        return model.entities().values().stream()
                .filter(other -> other.root().equals(entity.root()))
                .sorted(Comparator.comparing(Entity::fullName))
                .toList();
    }

    private static SqlFragment json(ObjectNode node) {
        return SqlFragment.of("?::jsonb", new Bind.Value(node, "jsonb"));
    }

    private static String literal(String name) {
        return "'" + name.replace("'", "''") + "'";
    }
}
