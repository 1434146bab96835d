package io.armature.engine.query.sql;

import io.armature.engine.query.plan.GroupScope;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionSql;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.JoinTree;
import io.armature.metadata.expression.Scope;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.SystemFields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of one entity in a {@code from}, and what their links lead to. Ask for all values first, for {@link #from} last. */
final class Rows {
    /** What the groups are called, quoted. */
    static final String GROUPS = Identifiers.quote(GroupScope.GROUPS);

    private final ExpressionSql expressions;
    private final JoinTree tree;
    private final @Nullable Entity entity;
    private final boolean localised;

    private Rows(Scope scope, SqlTarget target, @Nullable Entity entity, JoinTree tree) {
        this.expressions = new ExpressionSql(scope);
        this.entity = entity;
        this.tree = tree;
        this.localised = target.localised();
    }

    static Rows of(Scope scope, SqlTarget target, Entity entity, String alias) {
        return new Rows(scope, target, entity, new JoinTree(scope, target.schema(), entity.fullName(), alias));
    }

    /** Groups that were summed up, of which keys and sums can be named. */
    static Rows ofGroups(Scope scope, SqlTarget target) {
        return new Rows(
                scope, target, null, new JoinTree(scope, target.schema(), GroupScope.GROUPS, GroupScope.GROUPS));
    }

    /** The tables, with the word {@code from} left to the caller. */
    SqlFragment from() {
        return tree.from();
    }

    /** What the table of the records at hand is called in the statement. */
    String name() {
        return tree.alias();
    }

    /** Whether linked records are joined. */
    boolean joined() {
        return tree.from().text().contains(" left join ");
    }

    /** The id of the record that links lead to. */
    String id(List<String> links) {
        return tree.id(links).text();
    }

    /** The value of an expression of the record at hand. */
    SqlFragment expression(Expression expression) {
        return expressions.value(expression, tree);
    }

    /** A condition on the record that links lead to; null counts as false. */
    SqlFragment condition(List<String> links, Expression condition) {
        return expressions.condition(condition, tree, links);
    }

    /** The value of a field of the record that links lead to. */
    SqlFragment value(List<String> links, Field field) {
        return tree.column(OutputSql.append(links, field.name()));
    }

    /** The text of a translated field in the language asked for, or where that is missing as it is kept. */
    SqlFragment translated(List<String> links, Field field) {
        String kept = column(links, field, 0);
        if (!localised) {
            return SqlFragment.of(kept);
        }
        String others = column(links, field, field.columns().size() - 1);
        return new SqlBuilder()
                .add("coalesce(" + others + " ->> ")
                .add(Slot.of(Slot.LOCALE, "text"))
                .add(", " + others + " ->> ")
                .add(Slot.of(Slot.LANGUAGE, "text"))
                .add(", " + kept + ")")
                .build();
    }

    /** A physical column of a field of the record that links lead to. */
    String column(List<String> links, Field field, int part) {
        return alias(links, field) + Identifiers.quote(field.columns().get(part).name());
    }

    /** The column of a field of the record at hand. */
    String column(String field) {
        return column(List.of(), field(field), 0);
    }

    /** A physical column of the table of one of the entity's levels. */
    String column(String level, String column) {
        return Identifiers.quote(tree.alias(List.of(), level)) + "." + Identifiers.quote(column);
    }

    /** A column of the entity's own table that is no field. */
    String ownColumn(String column) {
        return Identifiers.quote(tree.alias(), column);
    }

    /** The table in which a field of the record at hand is, with a dot behind. */
    String alias(Field field) {
        return alias(List.of(), field);
    }

    /** That the record is not deleted; nothing where deleted records do not stay. */
    Optional<String> alive() {
        return Optional.ofNullable(entity)
                .filter(any -> any.features().softDelete())
                .map(any -> column(SystemFields.DELETED_AT) + " is null");
    }

    private String alias(List<String> links, Field field) {
        return Identifiers.quote(tree.alias(links, field.level())) + ".";
    }

    private Field field(String name) {
        return Optional.ofNullable(entity)
                .flatMap(known -> known.field(name))
                .orElseThrow(() -> new IllegalArgumentException("No field " + name));
    }
}
