package io.armature.engine.query.sql;

import io.armature.engine.query.plan.GroupPlan;
import io.armature.engine.query.plan.GroupPlan.ByName;
import io.armature.engine.query.plan.GroupPlan.Sum;
import io.armature.engine.query.plan.ReadPlan.Start;
import io.armature.engine.query.sql.ValueSql.Cell;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the one statement of sums over records: the groups inside, conditions on them and their order outside. */
public final class GroupSql {
    private final GroupPlan plan;
    private final Entity entity;
    private final RowsFactory factory;
    private final ValueSql values;

    private GroupSql(GroupPlan plan, Model model, SqlTarget target) {
        this.plan = plan;
        this.entity = model.require(plan.entity());
        this.factory = new RowsFactory(model, target, plan.historical());
        this.values = new ValueSql(target.decimalsAsText(), false);
    }

    /** The statement of a plan. */
    public static QuerySql of(GroupPlan plan, Model model, SqlTarget target) {
        QuerySql sql = new GroupSql(plan, model, target).groups();
        return plan.historical() ? HistorySql.of(sql, model, target) : sql;
    }

    private QuerySql groups() {
        Columns columns = new Columns(0);
        List<Layout> layout = new ArrayList<>();
        plan.scope().types().forEach((name, type) -> {
            Cell cell = values.cell(SqlFragment.of(column(name)), type);
            layout.add(new Layout.Value(name, columns.add(cell.sql()), cell.encoding()));
        });
        SqlBuilder statement = new SqlBuilder()
                .add("select ")
                .join(", ", columns.all())
                .add(" from (")
                .add(inner())
                .add(") as " + Rows.GROUPS);
        plan.having()
                .ifPresent(having -> statement
                        .add(" where ")
                        .add(Rows.ofGroups(plan.scope(), factory.target()).condition(List.of(), having)));
        statement.add(order()).add(" limit ").add(Slot.of(Slot.LIMIT, "bigint"));
        SqlFragment built =
                statement.add(" offset ").add(Slot.of(Slot.OFFSET, "bigint")).build();
        return new QuerySql(built.text(), built.binds(), layout, 0, 0, List.of(), 0, 0);
    }

    private SqlFragment inner() {
        Rows rows = factory.rows(plan.entity());
        List<SqlFragment> selected = new ArrayList<>();
        plan.keys().forEach(key -> selected.add(named(rows.expression(key.expression()), key.name())));
        plan.sums().forEach(sum -> selected.add(named(sum(rows, sum), sum.name())));
        SqlFragment where = new ListFilter(
                        new ListFilter.Filter(
                                plan.conditions(),
                                plan.searched(),
                                plan.words(),
                                plan.deletion(),
                                new Start.AtOffset()),
                        entity,
                        factory)
                .where(rows);
        SqlBuilder inner = new SqlBuilder()
                .add("select ")
                .join(", ", selected)
                .add(" from ")
                .add(rows.from())
                .add(where);
        if (!plan.keys().isEmpty()) {
            inner.add(" group by "
                    + IntStream.rangeClosed(1, plan.keys().size())
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(", ")));
        }
        return inner.build();
    }

    private static SqlFragment sum(Rows rows, Sum sum) {
        String function = sum.function().name().toLowerCase(Locale.ROOT);
        return sum.of()
                .map((Expression of) -> SqlBuilder.wrap(function + "(", rows.expression(of), ")"))
                .orElse(SqlFragment.of("count(*)"));
    }

    private SqlFragment named(SqlFragment value, String name) {
        return SqlBuilder.wrap(
                "", value, " as " + Identifiers.quote(plan.scope().columns().getOrDefault(name, name)));
    }

    private String column(String name) {
        return Rows.GROUPS + "." + Identifiers.quote(plan.scope().columns().getOrDefault(name, name));
    }

    private String order() {
        if (plan.order().isEmpty()) {
            return "";
        }
        return plan.order().stream().map(this::order).collect(Collectors.joining(", ", " order by ", ""));
    }

    private String order(ByName by) {
        return column(by.name())
                + (by.descending() ? " desc" : "")
                + (by.emptyFirst() ? " nulls first" : " nulls last");
    }
}
