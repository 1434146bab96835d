package io.armature.metadata.expression;

import java.util.List;

/**
 * Writes expressions as SQL for PostgreSQL. The text depends only on the expression's shape and the scope: every
 * literal is a bind. Stateless; safe for many threads.
 */
public final class ExpressionSql {

    private final Scope scope;

    public ExpressionSql(Scope scope) {
        this.scope = scope;
    }

    /** The value, of the SQL type that goes with the expression's type; joins what it needs to the tree. */
    public SqlFragment value(Expression expression, JoinTree tree) {
        return writer(tree).value(expression.tree(), expression.type());
    }

    /**
     * A condition for {@code where} and {@code on}: null where it is null or false, so that indexes can serve it. Not to
     * be negated; for that compile {@code !(…)}.
     */
    public SqlFragment condition(Expression expression, JoinTree tree) {
        return writer(tree).condition(expression.tree());
    }

    /** The same on the record that links lead to, in place of the tree's own. */
    public SqlFragment condition(Expression expression, JoinTree tree, List<String> links) {
        SqlWriter.Frame frame = new SqlWriter.Frame(tree, tree.follow(List.of(), links));
        return new SqlWriter(scope, List.of(frame)).condition(expression.tree());
    }

    private SqlWriter writer(JoinTree tree) {
        return new SqlWriter(scope, List.of(new SqlWriter.Frame(tree, List.of())));
    }
}
