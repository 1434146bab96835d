package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables that a statement about one entity needs: its own under a given alias, and what its columns, links and
 * formulas make necessary, joined on demand. Ask for all values first and for {@link #from} last. Links lead to
 * deleted records too. Not safe for several threads.
 */
public final class JoinTree {

    private static final String ID = "id";

    private final Scope scope;
    private final String schema;
    private final String entity;
    private final String alias;
    private final Aliases aliases;
    private final Map<Place, Join> joins = new LinkedHashMap<>();

    /**
     * @param schema the tenant's schema, with which every table is qualified
     * @param alias of the entity's own table; aliases of joined tables begin with it
     */
    public JoinTree(Scope scope, String schema, String entity, String alias) {
        this(scope, schema, entity, alias, new Aliases(alias));
    }

    private JoinTree(Scope scope, String schema, String entity, String alias, Aliases aliases) {
        this.scope = scope;
        this.schema = schema;
        this.entity = entity;
        this.alias = alias;
        this.aliases = aliases;
    }

    /** A tree of its own inside a subquery, whose aliases differ from all others of the statement. */
    JoinTree inside(String childEntity) {
        return new JoinTree(scope, schema, childEntity, aliases.next(), aliases);
    }

    /** The record that links lead to, and the table of one of its levels. */
    private record Place(List<String> links, String level) {}

    private record Join(String alias, String table, SqlFragment id, boolean optional) {}

    /** Gives {@code t_1}, {@code t_2}… */
    private static final class Aliases {
        private final String prefix;
        private int last;

        Aliases(String prefix) {
            this.prefix = prefix;
        }

        String next() {
            return prefix + "_" + ++last;
        }
    }

    public String entity() {
        return entity;
    }

    public String alias() {
        return alias;
    }

    /** The entity's own table and everything joined so far: what stands after {@code from}. */
    public SqlFragment from() {
        var text = new SqlText().add(table(scope.table(entity), alias));
        for (Join join : joins.values()) {
            text.add(join.optional() ? " left join " : " join ")
                    .add(table(join.table(), join.alias()))
                    .add(" on " + qualified(join.alias(), ID) + " = ")
                    .add(join.id());
        }
        return text.fragment();
    }

    /**
     * The value at a path: links, and last a field, system field, link or formula.
     *
     * @throws IllegalArgumentException when the path leads nowhere or to many records
     */
    public SqlFragment column(List<String> path) {
        return value(List.of(), path);
    }

    /** The value at a path from the record that {@code start}, links without formulas among them, leads to. */
    SqlFragment value(List<String> start, List<String> path) {
        List<String> links = follow(start, path.subList(0, path.size() - 1));
        String name = path.getLast();
        if (name.equals(ID)) {
            return id(links);
        }
        String at = entityAt(links);
        return switch (member(at, name)) {
            case Member.Column(var _, var _, var level, var columns) ->
                SqlFragment.of(qualified(alias(links, level), columns.getLast()));
            case Member.Computed(var _, var _, var expression) -> computed(expression, links);
            case Member.Children _, Member.Linked _ ->
                throw new IllegalArgumentException(at + "." + name + " is many records");
        };
    }

    /** A formula of no record has no value, even one that is never null. */
    private SqlFragment computed(Expression expression, List<String> links) {
        SqlFragment value = new SqlWriter(scope, List.of(new SqlWriter.Frame(this, links)))
                .value(expression.tree(), expression.type());
        boolean nullAnyway = links.isEmpty() || expression.tree() instanceof Ir.Path;
        return nullAnyway
                ? value
                : new Template("case when {0} is not null then {1} end").with(List.of(id(links), value));
    }

    /** The links as columns, links that are formulas written out. */
    List<String> follow(List<String> start, List<String> links) {
        List<String> at = new ArrayList<>(start);
        for (String link : links) {
            if (member(entityAt(at), link) instanceof Member.Computed(var _, var _, var expression)) {
                if (!(expression.tree() instanceof Ir.Path path)) {
                    throw new IllegalArgumentException(link + " is computed and cannot be followed");
                }
                at = new ArrayList<>(follow(at, path.path()));
            } else {
                at.add(link);
            }
        }
        return List.copyOf(at);
    }

    /** The id of the record that links lead to: of a link its own column, so that nothing need be joined. */
    public SqlFragment id(List<String> links) {
        if (links.isEmpty()) {
            return SqlFragment.of(qualified(alias, ID));
        }
        List<String> before = links.subList(0, links.size() - 1);
        if (member(entityAt(before), links.getLast()) instanceof Member.Column(var _, var _, var level, var columns)) {
            return SqlFragment.of(qualified(alias(before, level), columns.getLast()));
        }
        throw new IllegalArgumentException("Not a link: " + links);
    }

    String entityAt(List<String> links) {
        String at = entity;
        for (String link : links) {
            if (!(member(at, link).type() instanceof Reference(var target))) {
                throw new IllegalArgumentException(at + "." + link + " is not a link to one entity");
            }
            at = target;
        }
        return at;
    }

    private Member member(String of, String name) {
        return scope.member(of, name).orElseThrow(() -> new IllegalArgumentException("No member " + of + "." + name));
    }

    /** The alias of a level's table for the record that links lead to; joins it when it is new. */
    public String alias(List<String> links, String level) {
        if (links.isEmpty() && level.equals(entity)) {
            return alias;
        }
        var place = new Place(links, level);
        Join known = joins.get(place);
        if (known != null) {
            return known.alias();
        }
        SqlFragment id = id(links);
        var join = new Join(aliases.next(), scope.table(level), id, !links.isEmpty());
        joins.put(place, join);
        return join.alias();
    }

    String freshAlias() {
        return aliases.next();
    }

    String table(String table, String as) {
        return Identifiers.quote(schema, table) + " as " + Identifiers.quote(as);
    }

    static String qualified(String alias, String column) {
        return Identifiers.quote(alias, column);
    }
}
