package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes an aggregate over rows as a subquery that depends on the row around it. */
final class SqlAggregate {

    private static final String SECONDS = String.valueOf(Limits.DURATION_HOURS * 3600);

    private final Scope scope;
    private final List<SqlWriter.Frame> frames;

    SqlAggregate(Scope scope, List<SqlWriter.Frame> frames) {
        this.scope = scope;
        this.frames = frames;
    }

    SqlFragment write(Ir.Aggregate aggregate) {
        SqlWriter.Frame outer = frames.get(aggregate.rows().base());
        List<String> path = aggregate.rows().path();
        List<String> links = outer.tree().follow(outer.links(), path.subList(0, path.size() - 1));
        Member member = scope.member(outer.tree().entityAt(links), path.getLast())
                .orElseThrow(() -> new IllegalArgumentException("No member " + path.getLast()));
        if (!(member.type() instanceof Rows(var entity))) {
            throw new IllegalArgumentException("Not records: " + aggregate.rows());
        }
        JoinTree rows = outer.tree().inside(entity);
        Source source = source(rows, member, outer.tree().id(links));
        var inner = new ArrayList<SqlWriter.Frame>();
        inner.add(new SqlWriter.Frame(rows, List.of()));
        inner.addAll(frames);
        return select(aggregate, source, new SqlWriter(scope, inner));
    }

    /** The rows: their tables, the table between for many-to-many, and what they must meet. */
    private record Source(JoinTree rows, String between, SqlFragment where) {}

    private Source source(JoinTree rows, Member member, SqlFragment id) {
        return switch (member) {
            case Member.Children(var _, var _, var level, var column) -> {
                String by = JoinTree.qualified(rows.alias(List.of(), level), column);
                yield new Source(rows, "", existing(rows, by, id));
            }
            case Member.Linked(var _, var _, var table, var source, var target) -> {
                String between = rows.freshAlias();
                String join = " join " + rows.table(table, between) + " on " + JoinTree.qualified(between, target)
                        + " = " + JoinTree.qualified(rows.alias(), "id");
                yield new Source(rows, join, existing(rows, JoinTree.qualified(between, source), id));
            }
            case Member.Column _, Member.Computed _ ->
                throw new IllegalArgumentException("Not records: " + member.name());
        };
    }

    private SqlFragment existing(JoinTree rows, String by, SqlFragment id) {
        var where = new SqlText().add(by + " = ").add(id);
        if (scope.softDelete(rows.entity())) {
            where.add(" and " + JoinTree.qualified(rows.alias(), "deleted_at") + " is null");
        }
        return where.fragment();
    }

    private SqlFragment select(Ir.Aggregate aggregate, Source source, SqlWriter writer) {
        Ir body = aggregate.body();
        return switch (aggregate.function()) {
            case "count" -> subquery("count(*)", source, Optional.of(writer.condition(body)));
            case "any" -> exists("exists ", source, writer.condition(body));
            case "all" ->
                exists(
                        "not exists ",
                        source,
                        new SqlText()
                                .add("(")
                                .add(writer.condition(body))
                                .add(") is not true")
                                .fragment());
            case "avg" -> average(source, writer.value(body));
            default -> values(template(aggregate), source, writer.value(body));
        };
    }

    private static Template template(Ir.Aggregate aggregate) {
        if (aggregate.function().equals("sum")) {
            return new Template(
                    switch (aggregate.type()) {
                        case Scalar.INTEGER -> NumberFunctions.bigint("coalesce(sum({0}), 0)");
                        case Scalar.DECIMAL -> "coalesce(sum({0}), 0)";
                        default ->
                            "(" + NumberFunctions.within("coalesce(sum(extract(epoch from {0})), 0)", SECONDS)
                                    + "::text || ' seconds')::interval";
                    });
        }
        String collation = aggregate.type() == Scalar.TEXT ? " collate \"C\"" : "";
        return new Template(aggregate.function() + "({0}" + collation + ")");
    }

    private static SqlFragment values(Template template, Source source, SqlFragment body) {
        return subquery(template.with(List.of(body)), source, Optional.empty());
    }

    /** The values are computed once, though both their sum and their number are wanted. */
    private static SqlFragment average(Source source, SqlFragment body) {
        SqlFragment sum = SqlFragment.of("sum(\"x\".\"v\")");
        SqlFragment count = SqlFragment.of("count(\"x\".\"v\")::numeric");
        return new SqlText()
                .add("(select ")
                .add(new Template(NumberFunctions.DIVIDE).with(List.of(sum, count)))
                .add(" from ")
                .add(subquery(new SqlText().add(body).add(" as \"v\"").fragment(), source, Optional.empty()))
                .add(" as \"x\")")
                .fragment();
    }

    private static SqlFragment exists(String word, Source source, SqlFragment condition) {
        return new SqlText()
                .add("(" + word)
                .add(subquery("1", source, Optional.of(condition)))
                .add(")")
                .fragment();
    }

    private static SqlFragment subquery(String result, Source source, Optional<SqlFragment> condition) {
        return subquery(SqlFragment.of(result), source, condition);
    }

    private static SqlFragment subquery(SqlFragment result, Source source, Optional<SqlFragment> condition) {
        var text = new SqlText()
                .add("(select ")
                .add(result)
                .add(" from ")
                .add(source.rows().from())
                .add(source.between())
                .add(" where ")
                .add(source.where());
        condition
                .filter(it -> !it.text().equals("true"))
                .ifPresent(it -> text.add(" and ").add(it));
        return text.add(")").fragment();
    }
}
