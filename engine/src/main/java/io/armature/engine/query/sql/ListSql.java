package io.armature.engine.query.sql;

import io.armature.engine.query.plan.Output;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the lists inside a record: one subquery each, which PostgreSQL answers as a JSON array. */
final class ListSql {
    private final RowsFactory factory;
    private final OutputSql outputs;
    private final ListLimit limit;

    ListSql(RowsFactory factory, OutputSql outputs, ListLimit limit) {
        this.factory = factory;
        this.outputs = outputs;
        this.limit = limit;
    }

    /** An array of objects. */
    SqlFragment objects(Rows owner, List<String> links, Output.Listed listed) {
        Rows rows = factory.rows(listed.relation().target());
        List<SqlFragment> named = outputs.named(rows, List.of(), listed.outputs());
        return array(
                owner,
                links,
                new Inner(listed.name(), listed.relation(), listed.rule(), rows, named),
                Marks.json("\"_r\"", Marks.needed(listed.outputs())));
    }

    /** An array of ids. */
    SqlFragment ids(Rows owner, List<String> links, Output.Identified identified) {
        Rows rows = factory.rows(identified.relation().target());
        List<SqlFragment> id = List.of(SqlFragment.of(rows.id(List.of()) + " as \"id\""));
        return array(
                owner,
                links,
                new Inner(identified.name(), identified.relation(), identified.rule(), rows, id),
                "\"_r\".\"id\"");
    }

    /** The rows of a list, each in its place. */
    private record Inner(
            String name, Relation relation, Optional<Expression> rule, Rows rows, List<SqlFragment> columns) {}

    private SqlFragment array(Rows owner, List<String> links, Inner inner, String item) {
        List<SqlFragment> conditions = conditions(owner, links, inner);
        return new SqlBuilder()
                .add("(select coalesce(" + limit.guarded("json_agg(" + item + ")", inner.name())
                        + ", '[]') from (select ")
                .join(", ", inner.columns())
                .add(" from " + joinTable(inner.relation()))
                .add(inner.rows().from())
                .add(" where ")
                .join(" and ", conditions)
                .add(" order by " + order(inner))
                .add(limit.limit() + ") as \"_r\")")
                .build();
    }

    private List<SqlFragment> conditions(Rows owner, List<String> links, Inner inner) {
        List<SqlFragment> conditions = new ArrayList<>();
        conditions.add(SqlFragment.of(belongs(owner.id(links), inner)));
        inner.rows().alive().map(SqlFragment::of).ifPresent(conditions::add);
        inner.rule()
                .map(rule -> inner.rows().condition(List.of(), rule))
                .map(rule -> SqlBuilder.wrap("(", rule, ")"))
                .ifPresent(conditions::add);
        return conditions;
    }

    private String belongs(String ownerId, Inner inner) {
        Rows rows = inner.rows();
        return switch (inner.relation()) {
            case Relation.Lines lines -> rows.column(lines.by()) + " = " + ownerId;
            case Relation.Inverse inverse -> rows.column(inverse.by()) + " = " + ownerId;
            case Relation.Links table ->
                link(Relation.Links.SOURCE) + " = " + ownerId + " and " + link(Relation.Links.TARGET) + " = "
                        + rows.id(List.of());
            case Relation.Link link -> throw new IllegalArgumentException("A link is no list: " + inner.name());
        };
    }

    private String joinTable(Relation relation) {
        return relation instanceof Relation.Links links
                ? Identifiers.quote(factory.target().schema(), links.table()) + " as \"j\", "
                : "";
    }

    private static String order(Inner inner) {
        String id = inner.rows().id(List.of());
        return switch (inner.relation()) {
            case Relation.Lines lines -> inner.rows().ownColumn(SystemFields.POSITION) + ", " + id;
            case Relation.Links links -> link(Relation.Links.POSITION) + ", " + id;
            case Relation.Inverse inverse -> id;
            case Relation.Link link -> id;
        };
    }

    private static String link(String column) {
        return "\"j\"." + Identifiers.quote(column);
    }
}
