package io.armature.engine.query.sql;

import io.armature.engine.query.plan.Order;
import io.armature.engine.query.plan.ReadPlan;
import io.armature.engine.query.plan.ReadPlan.Start;
import io.armature.engine.query.plan.Told;
import io.armature.engine.query.request.CountMode;
import io.armature.engine.query.sql.KeysetSql.Key;
import io.armature.engine.query.sql.ValueSql.Cell;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the one statement of a reading. */
public final class ReadSql {
    /** What the records of a page are called before they are joined. */
    private static final String PAGE = "p";

    private final ReadPlan plan;
    private final Entity entity;
    private final RowsFactory factory;
    private final ValueSql values;
    private final OutputSql outputs;

    private ReadSql(ReadPlan plan, Model model, SqlTarget target) {
        this.plan = plan;
        this.entity = model.require(plan.entity());
        this.factory = new RowsFactory(model, target, plan.historical());
        this.values = new ValueSql(target.decimalsAsText(), target.packed());
        this.outputs = new OutputSql(
                factory, values, plan.start() instanceof Start.Keyed ? ListLimit.OF_ONE : ListLimit.OF_MANY);
    }

    /** The statement of a plan. */
    public static QuerySql of(ReadPlan plan, Model model, SqlTarget target) {
        ReadSql writer = new ReadSql(plan, model, target);
        QuerySql sql =
                (plan.start() instanceof Start.Keyed key ? writer.one(key) : writer.list()).steady(plan.steady());
        return plan.historical() ? HistorySql.of(sql, model, target) : sql;
    }

    private QuerySql one(Start.Keyed key) {
        Rows rows = factory.rows(plan.entity());
        Columns columns = new Columns(0);
        List<Layout> layout = outputs.columns(rows, List.of(), plan.outputs(), columns);
        int version = columns.add(SqlFragment.of(rows.column(SystemFields.VERSION)));
        int deleted = entity.features().softDelete()
                ? columns.add(SqlFragment.of(rows.column(SystemFields.DELETED_AT) + " is not null"))
                : 0;
        Field field = entity.field(key.field()).orElseThrow();
        List<CursorColumn> cursor = key instanceof Start.ByKeys
                ? List.of(column(columns, SqlFragment.of(rows.column(List.of(), field, 0)), field.valueType()))
                : List.of();
        List<SqlFragment> conditions = new ArrayList<>();
        conditions.add(keyed(
                key,
                rows.column(List.of(), field, 0),
                field.columns().getFirst().type().sql()));
        conditions.addAll(factory.conditions(rows, plan.conditions()));
        SqlFragment statement = new SqlBuilder()
                .add("select ")
                .join(", ", columns.all())
                .add(" from ")
                .add(rows.from())
                .add(" where ")
                .join(" and ", conditions)
                .build();
        return new QuerySql(statement.text(), statement.binds(), layout, 0, 0, cursor, version, deleted)
                .told(Told.of(plan.outputs(), factory.target().localised()));
    }

    private static SqlFragment keyed(Start.Keyed key, String column, String type) {
        return switch (key) {
            case Start.ByKey one -> SqlBuilder.wrap(column + " = ", Slot.of(Slot.KEY, type), "");
            case Start.ByKeys some -> SqlBuilder.wrap(column + " = any(", Slot.of(Slot.KEY, type + "[]"), ")");
        };
    }

    private QuerySql list() {
        Rows rows = factory.rows(plan.entity());
        List<Key> keys = keys(rows);
        SqlFragment where = new ListFilter(plan, entity, factory).where(rows, keys);
        Rows told = factory.rows(plan.entity());
        outputs.columns(told, List.of(), plan.outputs(), new Columns(0));
        Columns columns = new Columns(plan.count() == CountMode.NONE ? 0 : 2);
        return told.joined() || plan.gathered() ? paged(rows, keys, where, columns) : flat(rows, keys, where, columns);
    }

    /** What is told needs no joins: one select does all. */
    private QuerySql flat(Rows rows, List<Key> keys, SqlFragment where, Columns columns) {
        List<Layout> layout = outputs.columns(rows, List.of(), plan.outputs(), columns);
        List<CursorColumn> cursor = keys.stream()
                .map(key -> column(columns, key.order(), key.value()))
                .toList();
        SqlBuilder select = new SqlBuilder();
        if (plan.count() == CountMode.NONE) {
            select.add("select ").join(", ", columns.all());
        } else {
            select.add("select ").join(", ", aliased(columns, keys));
        }
        SqlFragment page = select.add(page(rows, keys, where)).build();
        return plan.count() == CountMode.NONE
                ? new QuerySql(page.text(), page.binds(), layout, 0, 0, cursor, 0, 0)
                : counted(page, columns, keys, layout, cursor);
    }

    /** What is told needs joins: first the page is found, then joined, so that no more is joined than told. */
    private QuerySql paged(Rows rows, List<Key> keys, SqlFragment where, Columns columns) {
        Rows told = factory.rows(plan.entity());
        Optional<Set<String>> carried = plan.gathered() ? CarriedColumns.of(entity, plan.outputs()) : Optional.empty();
        String name = carried.isPresent() ? told.name() : PAGE;
        List<Layout> layout = outputs.columns(told, List.of(), plan.outputs(), columns);
        List<CursorColumn> cursor = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            cursor.add(column(columns, keys.get(i).order(), SqlFragment.of(Identifiers.quote(name, "o" + i))));
        }
        boolean counting = plan.count() != CountMode.NONE;
        List<SqlFragment> shown = new ArrayList<>(counting ? named(columns) : columns.all());
        if (counting) {
            for (int i = 0; i < keys.size(); i++) {
                shown.add(SqlFragment.of(Identifiers.quote(name, "o" + i) + " as \"o" + i + "\""));
            }
        }
        List<SqlFragment> found = found(rows, keys, carried.orElse(Set.of()));
        SqlFragment page = new SqlBuilder()
                .add("select ")
                .join(", ", shown)
                .add(" from (")
                .add(plan.gathered() ? gathered(found, rows, keys, where) : found(found, page(rows, keys, where)))
                .add(") as " + Identifiers.quote(name))
                .add(carried.isPresent() ? SqlFragment.of("") : joined(told))
                .add(" order by " + outerOrder(keys, name))
                .build();
        return counting
                ? counted(page, columns, keys, layout, cursor)
                : new QuerySql(page.text(), page.binds(), layout, 0, 0, cursor, 0, 0);
    }

    private static List<SqlFragment> found(Rows rows, List<Key> keys, Set<String> carried) {
        List<SqlFragment> found = new ArrayList<>();
        found.add(SqlFragment.of(rows.id(List.of()) + " as \"id\""));
        carried.forEach(
                column -> found.add(SqlFragment.of(rows.ownColumn(column) + " as " + Identifiers.quote(column))));
        found.addAll(ordinals(keys));
        return found;
    }

    private static SqlFragment joined(Rows told) {
        return new SqlBuilder()
                .add(" cross join ")
                .add(told.from())
                .add(" where " + told.id(List.of()) + " = " + Identifiers.quote(PAGE, SystemFields.ID))
                .build();
    }

    /** The page beside the count, which is there even when the page is empty. */
    private QuerySql counted(
            SqlFragment page, Columns columns, List<Key> keys, List<Layout> layout, List<CursorColumn> cursor) {
        StringBuilder shown = new StringBuilder("\"n\".\"n\"::text, \"q\".\"present\"");
        for (int i = 0; i < columns.all().size(); i++) {
            shown.append(", \"q\".\"c").append(i).append('"');
        }
        SqlFragment statement = new SqlBuilder()
                .add("select " + shown + " from (")
                .add(new CountSql(plan, entity, factory).count())
                .add(") as \"n\" left join (")
                .add(page)
                .add(") as \"q\" on true order by " + outerOrder(keys, "q"))
                .build();
        return new QuerySql(statement.text(), statement.binds(), layout, 2, 1, cursor, 0, 0);
    }

    private static SqlFragment found(List<SqlFragment> columns, SqlFragment rest) {
        return new SqlBuilder().add("select ").join(", ", columns).add(rest).build();
    }

    /** The offset keeps PostgreSQL from walking through all records in their order to find those that have the words. */
    private SqlFragment gathered(List<SqlFragment> found, Rows rows, List<Key> keys, SqlFragment where) {
        return new SqlBuilder()
                .add("select * from (")
                .add(found(
                        found,
                        new SqlBuilder()
                                .add(" from ")
                                .add(rows.from())
                                .add(where)
                                .add(" offset 0")
                                .build()))
                .add(") as \"g\" order by " + outerOrder(keys, "g"))
                .add(limit())
                .build();
    }

    private SqlFragment page(Rows rows, List<Key> keys, SqlFragment where) {
        return new SqlBuilder()
                .add(" from ")
                .add(rows.from())
                .add(where)
                .add(" order by ")
                .add(KeysetSql.orderBy(keys))
                .add(limit())
                .build();
    }

    private SqlFragment limit() {
        SqlBuilder page = new SqlBuilder()
                .add(" limit ")
                .add(
                        plan.limit() == 0
                                ? Slot.of(Slot.LIMIT, "bigint")
                                : SqlFragment.of(String.valueOf(plan.limit() + 1)));
        if (plan.start() instanceof Start.AtOffset) {
            page.add(" offset ").add(Slot.of(Slot.OFFSET, "bigint"));
        }
        return page.build();
    }

    private List<Key> keys(Rows rows) {
        return plan.order().stream()
                .map(order -> new Key(order, rows.expression(order.expression())))
                .toList();
    }

    private CursorColumn column(Columns columns, Order order, SqlFragment value) {
        return column(columns, value, order.expression().type());
    }

    private CursorColumn column(Columns columns, SqlFragment value, ValueType type) {
        Cell cell = values.cell(value, type);
        return new CursorColumn(columns.add(cell.sql()), cell.encoding());
    }

    private static List<SqlFragment> aliased(Columns columns, List<Key> keys) {
        List<SqlFragment> all = new ArrayList<>(named(columns));
        all.addAll(ordinals(keys));
        return all;
    }

    private static List<SqlFragment> named(Columns columns) {
        List<SqlFragment> named = new ArrayList<>();
        named.add(SqlFragment.of("'1'::text as \"present\""));
        for (int i = 0; i < columns.all().size(); i++) {
            named.add(SqlBuilder.wrap("", columns.all().get(i), " as \"c" + i + "\""));
        }
        return named;
    }

    private static List<SqlFragment> ordinals(List<Key> keys) {
        List<SqlFragment> ordinals = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            ordinals.add(SqlBuilder.wrap("", keys.get(i).value(), " as \"o" + i + "\""));
        }
        return ordinals;
    }

    private static String outerOrder(List<Key> keys, String alias) {
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            order.append(i == 0 ? "" : ", ")
                    .append(Identifiers.quote(alias, "o" + i))
                    .append(KeysetSql.direction(keys.get(i).order()));
        }
        return order.toString();
    }
}
