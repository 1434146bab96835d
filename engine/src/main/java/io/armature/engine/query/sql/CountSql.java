package io.armature.engine.query.sql;

import io.armature.engine.query.plan.ReadPlan;
import io.armature.engine.query.request.CountMode;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Entity;

/** Writes how many records a list has in all: a select of one row with the column {@code n}. */
final class CountSql {
    /** Up to here an estimate is exact. */
    static final int EXACT_UP_TO = 10_000;

    /** About how many rows of the table a sample looks at. */
    private static final int SAMPLED = 50_000;

    private final ReadPlan plan;
    private final Entity entity;
    private final RowsFactory factory;

    CountSql(ReadPlan plan, Entity entity, RowsFactory factory) {
        this.plan = plan;
        this.entity = entity;
        this.factory = factory;
    }

    SqlFragment count() {
        return plan.count() == CountMode.EXACT || plan.historical()
                ? SqlBuilder.wrap("select count(*) as \"n\"", rest(""), "")
                : estimate();
    }

    /** Counts to a limit; only past it a sample is taken of the table, and its count scaled up. */
    private SqlFragment estimate() {
        String percent = "(select least(100, greatest(0.01, 100.0 * " + SAMPLED
                + " / greatest(1, \"c\".\"reltuples\"))) from \"pg_catalog\".\"pg_class\" as \"c\" where \"c\".\"oid\" = '"
                + table().replace("'", "''") + "'::regclass)";
        return new SqlBuilder()
                .add("select case when \"b\".\"n\" <= " + EXACT_UP_TO
                        + " then \"b\".\"n\" else greatest(\"b\".\"n\", (select round(count(*) * 100 / " + percent
                        + ")::bigint")
                .add(rest(percent))
                .add(")) end as \"n\" from (select count(*) as \"n\" from (select 1")
                .add(rest(""))
                .add(" limit " + (EXACT_UP_TO + 1) + ") as \"l\") as \"b\"")
                .build();
    }

    private SqlFragment rest(String percent) {
        Rows rows = factory.rows(plan.entity());
        SqlFragment where = new ListFilter(plan, entity, factory).where(rows);
        SqlFragment from = rows.from();
        String text = percent.isEmpty()
                ? from.text()
                : from.text()
                        .replace(
                                table() + " ", "(select * from " + table() + " tablesample system (" + percent + ")) ");
        return new SqlBuilder()
                .add(" from ")
                .add(new SqlFragment(text, from.binds()))
                .add(where)
                .build();
    }

    private String table() {
        return Identifiers.quote(factory.target().schema(), entity.table());
    }
}
