package io.armature.engine.query.sql;

import io.armature.engine.access.Rule;
import io.armature.engine.query.plan.GroupScope;
import io.armature.engine.query.plan.Mark;
import io.armature.engine.query.plan.Operands;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.Scope;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.expression.SqlFragment.Bind;
import io.armature.metadata.model.Model;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes statements that ask for many people at once what rules say. The people are rows of a list that is given with the run
 * as {@link #PEOPLE}: {@code n} numbers them, {@code p} says which rules are theirs, and what rules ask of a person are further
 * columns, {@code v0}, {@code v1}…
 */
public final class OnlookerSql {
    /** The list of people, as JSON. */
    public static final int PEOPLE = 100;

    /** The column that numbers a person. */
    public static final String NUMBER = "n";

    /** The column that says which rules are a person's. */
    public static final String PART = "p";

    /** What columns of values begin with. */
    public static final String VALUE = "v";

    private static final String ROW = "\"u\".";
    private static final String PERSONS = "\"persons\"";
    private static final String MARKS = "\"marks\"";
    private static final String MARKED = "\"marked\"";

    private final Model model;
    private final RowsFactory factory;
    private final String entity;
    private final SequencedSet<Bind.Context> personal = new LinkedHashSet<>();

    private OnlookerSql(Model model, String entity, SqlTarget target) {
        this.model = model;
        this.factory = new RowsFactory(model, target);
        this.entity = entity;
    }

    /**
     * A statement, and what it asks of each person.
     *
     * @param personal the values of the moment that stand in {@code v0}, {@code v1}…
     */
    public record Statement(QuerySql sql, List<Bind.Context> personal) {
        public Statement {
            personal = List.copyOf(personal);
        }
    }

    /** A condition, and the parts whose people it is asked for. */
    public record Asked(Expression condition, Set<Integer> parts) {
        public Asked {
            parts = Set.copyOf(parts);
        }
    }

    /** Of the record whose id is {@link Slot#KEY}: each person's number, and a list of which conditions hold for him. */
    public static Statement judge(Model model, String entity, List<Asked> conditions, SqlTarget target) {
        OnlookerSql sql = new OnlookerSql(model, entity, target);
        Rows rows = sql.factory.rows(entity);
        List<SqlFragment> holds = conditions.stream()
                .map(asked -> SqlBuilder.wrap(
                        "case when " + ROW + "\"p\" in (" + numbers(asked.parts()) + ") then ",
                        sql.holds(rows, new Rule.When(asked.condition())),
                        " else false end"))
                .toList();
        SqlFragment from = sql.person(rows.from());
        return sql.statement(new SqlBuilder()
                .add("select " + ROW + "\"n\", array[")
                .join(", ", holds)
                .add("]::boolean[] from ")
                .add(sql.people())
                .add(" cross join ")
                .add(from)
                .add(" where " + rows.id(List.of()) + " = ")
                .add(Slot.of(Slot.KEY, "uuid"))
                .build());
    }

    /** What a change makes of a rule. */
    public record Change(Rule before, Rule after) {}

    /**
     * How many records each person may after a change and could not before, and the other way round; deleted ones do not
     * count.
     *
     * @param changes by the number of the part
     */
    public static Statement differences(Model model, String entity, List<Change> changes, SqlTarget target) {
        return new OnlookerSql(model, entity, target)
                .byGroups(changes)
                .orElseGet(() -> new OnlookerSql(model, entity, target).byRecords(changes));
    }

    /** Records that are alike in all that the rules look at are counted first, then asked for each person. */
    private Optional<Statement> byGroups(List<Change> changes) {
        Operands operands = new Operands(model, entity);
        List<Change> split = new ArrayList<>();
        for (Change change : changes) {
            Optional<Rule> before = split(operands, change.before());
            Optional<Rule> after = split(operands, change.after());
            if (before.isEmpty() || after.isEmpty()) {
                return Optional.empty();
            }
            split.add(new Change(before.get(), after.get()));
        }
        Rows rows = factory.rows(entity);
        List<SqlFragment> keys = new ArrayList<>();
        operands.keys()
                .forEach((name, key) ->
                        keys.add(SqlBuilder.wrap("", rows.expression(key), " as " + Identifiers.quote(name))));
        SqlFragment from = rows.from();
        boolean same = keys.stream().allMatch(OnlookerSql::isForAll) && isForAll(from);
        if (!same) {
            return Optional.empty();
        }
        List<SqlFragment> counts = new ArrayList<>();
        SqlBuilder tables = new SqlBuilder()
                .add(Rows.GROUPS + " as materialized (")
                .add(groups(rows, keys, operands.marks().values(), from))
                .add(")");
        counts.add(sums(operands.scope(), split, Rows.GROUPS, ""));
        if (!operands.marks().isEmpty()) {
            tables.add(", " + MARKS + " as materialized (").add(marks(operands)).add("), " + MARKED + " as (");
            tables.add(marked(rows, keys, operands.marks().values(), from)).add(")");
            counts.add(sums(operands.scope(), split, MARKED, " and " + Rows.GROUPS + ".\"n\" = " + ROW + "\"n\""));
        }
        return Optional.of(statement(new SqlBuilder()
                .add("with " + PERSONS + " as materialized (select * from ")
                .add(people())
                .add("), ")
                .add(tables.build())
                .add(" select \"n\", sum(\"gained\")::bigint, sum(\"lost\")::bigint from (")
                .join(" union all ", counts)
                .add(") as \"all\" group by \"n\"")
                .build()));
    }

    /** How many records are alike in all that is looked at of them; of none of them a mark holds yet. */
    private static SqlFragment groups(Rows rows, List<SqlFragment> keys, Collection<String> marks, SqlFragment from) {
        SqlBuilder sql = new SqlBuilder().add("select ").join(", ", keys).add(keys.isEmpty() ? "" : ", ");
        marks.forEach(mark -> sql.add("false as " + Identifiers.quote(mark) + ", "));
        sql.add("count(*) as \"records\" from ").add(from).add(alive(rows));
        if (!keys.isEmpty()) {
            sql.add(" group by "
                    + IntStream.rangeClosed(1, keys.size())
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(", ")));
        }
        return sql.build();
    }

    /** Of which records and persons marks hold, found from the lines. */
    private SqlFragment marks(Operands operands) {
        List<SqlFragment> found = new ArrayList<>();
        operands.marks().forEach((mark, name) -> {
            StringBuilder which = new StringBuilder();
            operands.marks()
                    .values()
                    .forEach(other -> which.append(", " + other.equals(name) + " as " + Identifiers.quote(other)));
            found.add(mark.links().isEmpty() ? own(mark, which.toString()) : linked(mark, which.toString()));
        });
        SqlBuilder sql = new SqlBuilder().add("select \"n\", \"id\"");
        operands.marks()
                .values()
                .forEach(name -> sql.add(", bool_or(" + Identifiers.quote(name) + ") as " + Identifiers.quote(name)));
        return sql.add(" from (")
                .join(" union all ", found)
                .add(") as \"marks\" group by \"n\", \"id\"")
                .build();
    }

    /** From the lines of the records themselves. */
    private SqlFragment own(Mark mark, String which) {
        Rows lines = factory.rows(mark.entity());
        SqlFragment holds = holds(lines, mark);
        String by = lines.column(mark.level(), mark.column());
        return new SqlBuilder()
                .add("select " + ROW + "\"n\", " + by + " as \"id\"" + which + " from ")
                .add(person(lines.from()))
                .add(" join " + PERSONS + " as \"u\" on ")
                .add(holds)
                .add(alive(lines))
                .build();
    }

    /** From the lines of what the records link to. */
    private SqlFragment linked(Mark mark, String which) {
        Rows lines = factory.rows(mark.entity());
        Rows records = factory.rows(entity);
        SqlFragment holds = holds(lines, mark);
        String by = lines.column(mark.level(), mark.column());
        Reference start = new Reference(mark.start());
        SqlFragment link =
                records.expression(new Expression("link", entity, new Ir.Path(0, mark.links(), start), start));
        return new SqlBuilder()
                .add("select " + ROW + "\"n\", " + records.id(List.of()) + " as \"id\"" + which + " from ")
                .add(person(lines.from()))
                .add(" join " + PERSONS + " as \"u\" on ")
                .add(holds)
                .add(" cross join ")
                .add(records.from())
                .add(" where ")
                .add(link)
                .add(" = " + by)
                .add(lines.alive().map(alive -> " and " + alive).orElse(""))
                .build();
    }

    private SqlFragment holds(Rows lines, Mark mark) {
        return person(lines.condition(
                List.of(), new Expression("mark", mark.entity(), mark.body(), ValueType.Scalar.BOOLEAN)));
    }

    /** Where marks hold, records count with them, and no longer without. */
    private static SqlFragment marked(Rows rows, List<SqlFragment> keys, Collection<String> marks, SqlFragment from) {
        SqlBuilder sql = new SqlBuilder().add("select ").join(", ", keys).add(keys.isEmpty() ? "" : ", ");
        marks.forEach(mark -> {
            String name = Identifiers.quote(mark);
            sql.add(MARKS + "." + name + " and \"turn\".\"with\" as " + name + ", ");
        });
        return sql.add(MARKS + ".\"n\", \"turn\".\"records\" from ")
                .add(from)
                .add(" join " + MARKS + " on " + MARKS + ".\"id\" = " + rows.id(List.of()))
                .add(" cross join (values (true, 1), (false, -1)) as \"turn\"(\"with\", \"records\")")
                .add(alive(rows))
                .build();
    }

    /** What each person gains and loses of some groups. */
    private SqlFragment sums(Scope scope, List<Change> split, String table, String further) {
        Rows groups = Rows.ofGroups(scope, factory.target());
        SqlFragment gained = gained(groups, split);
        SqlFragment lost = gained(groups, split.stream().map(OnlookerSql::back).toList());
        SqlFragment joined = person(unqualified(groups.from(), table));
        return new SqlBuilder()
                .add("select " + ROW + "\"n\", coalesce(sum(\"records\") filter (where ")
                .add(gained)
                .add("), 0) as \"gained\", coalesce(sum(\"records\") filter (where ")
                .add(lost)
                .add("), 0) as \"lost\" from " + PERSONS + " as \"u\" cross join ")
                .add(joined)
                .add(further.isEmpty() ? "" : " where true" + further)
                .add(" group by " + ROW + "\"n\"")
                .build();
    }

    /** Every record is asked for every person: what is right for any rule. */
    private Statement byRecords(List<Change> changes) {
        Rows rows = factory.rows(entity);
        SqlFragment gained = gained(rows, changes);
        SqlFragment lost = gained(rows, changes.stream().map(OnlookerSql::back).toList());
        SqlFragment from = person(rows.from());
        return statement(new SqlBuilder()
                .add("select " + ROW + "\"n\", count(*) filter (where ")
                .add(gained)
                .add("), count(*) filter (where ")
                .add(lost)
                .add(") from ")
                .add(people())
                .add(" cross join ")
                .add(from)
                .add(alive(rows))
                .add(" group by " + ROW + "\"n\"")
                .build());
    }

    /** The groups are made by the statement itself, in no schema. */
    private SqlFragment unqualified(SqlFragment from, String table) {
        String qualified = Identifiers.quote(factory.target().schema(), GroupScope.GROUPS);
        return new SqlFragment(from.text().replace(qualified + " ", table + " "), from.binds());
    }

    private static Change back(Change change) {
        return new Change(change.after(), change.before());
    }

    private static Optional<Rule> split(Operands operands, Rule rule) {
        return rule.condition().isEmpty()
                ? Optional.of(rule)
                : operands.of(rule.condition().get()).map(Rule.When::new);
    }

    private static boolean isForAll(SqlFragment fragment) {
        return fragment.binds().stream()
                .noneMatch(bind -> bind instanceof Bind.Context(var name, var _) && Operands.isPersonal(name));
    }

    private static String alive(Rows rows) {
        return rows.alive().map(alive -> " where " + alive).orElse("");
    }

    private SqlFragment gained(Rows rows, List<Change> changes) {
        SqlBuilder gained = new SqlBuilder().add("case " + ROW + "\"p\"");
        for (int i = 0; i < changes.size(); i++) {
            gained.add(" when " + i + " then ")
                    .add(holds(rows, changes.get(i).after()))
                    .add(" and not ")
                    .add(holds(rows, changes.get(i).before()));
        }
        return gained.add(" end").build();
    }

    private SqlFragment holds(Rows rows, Rule rule) {
        return switch (rule) {
            case Rule.All _ -> SqlFragment.of("true");
            case Rule.None _ -> SqlFragment.of("false");
            case Rule.When(var condition) ->
                person(SqlBuilder.wrap("((", rows.condition(List.of(), condition), ") is true)"));
        };
    }

    /** The people, as rows; ask when all else is written. */
    private SqlFragment people() {
        StringBuilder columns = new StringBuilder("\"n\" integer, \"p\" integer");
        int i = 0;
        for (Bind.Context value : personal) {
            columns.append(", \"" + VALUE).append(i++).append("\" ").append(value.sqlType());
        }
        return SqlFragment.of(
                "jsonb_to_recordset(?::jsonb) as \"u\"(" + columns + ")", new Bind.Parameter(PEOPLE, "jsonb"));
    }

    /** The same with columns of a person in the place of values of the moment. */
    private SqlFragment person(SqlFragment fragment) {
        SqlBuilder written = new SqlBuilder();
        int from = 0;
        for (Bind bind : fragment.binds()) {
            int place = place(fragment.text(), from);
            written.add(fragment.text().substring(from, place));
            written.add(
                    bind instanceof Bind.Context value && Operands.isPersonal(value.name())
                            ? SqlFragment.of(ROW + "\"" + VALUE + column(value) + "\"")
                            : SqlFragment.of("?", bind));
            from = place + 1;
        }
        return written.add(fragment.text().substring(from)).build();
    }

    private int column(Bind.Context value) {
        personal.add(value);
        return List.copyOf(personal).indexOf(value);
    }

    /** Where the next value stands; a doubled sign is an operator. */
    private static int place(String text, int from) {
        int at = text.indexOf('?', from);
        while (text.startsWith("??", at)) {
            at = text.indexOf('?', at + 2);
        }
        return at;
    }

    private static String numbers(Set<Integer> parts) {
        return new TreeSet<>(parts).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private Statement statement(SqlFragment built) {
        return new Statement(
                new QuerySql(built.text(), built.binds(), List.of(), 0, 0, List.of(), 0, 0), List.copyOf(personal));
    }
}
