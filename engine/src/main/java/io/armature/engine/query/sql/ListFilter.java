package io.armature.engine.query.sql;

import io.armature.engine.query.plan.ReadPlan;
import io.armature.engine.query.plan.ReadPlan.Start;
import io.armature.engine.query.request.Deletion;
import io.armature.engine.query.sql.KeysetSql.Key;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Writes which records a list has. */
final class ListFilter {
    private final List<Expression> conditions;
    private final List<Field> searched;
    private final int words;
    private final Deletion deletion;
    private final Start start;
    private final Entity entity;
    private final RowsFactory factory;

    ListFilter(ReadPlan plan, Entity entity, RowsFactory factory) {
        this(
                new Filter(plan.conditions(), plan.searched(), plan.words(), plan.deletion(), plan.start()),
                entity,
                factory);
    }

    /** What decides which records a list has. */
    record Filter(List<Expression> conditions, List<Field> searched, int words, Deletion deletion, Start start) {}

    ListFilter(Filter filter, Entity entity, RowsFactory factory) {
        this.conditions = filter.conditions();
        this.searched = filter.searched();
        this.words = filter.words();
        this.deletion = filter.deletion();
        this.start = filter.start();
        this.entity = entity;
        this.factory = factory;
    }

    /** Where the page at hand begins, too. */
    SqlFragment where(Rows rows, List<Key> keys) {
        List<SqlFragment> all = all(rows);
        if (start instanceof Start.AfterRecord after) {
            all.add(KeysetSql.after(keys, after.empty()));
        }
        return where(all);
    }

    /** For the whole list. */
    SqlFragment where(Rows rows) {
        return where(all(rows));
    }

    private static SqlFragment where(List<SqlFragment> conditions) {
        return conditions.isEmpty()
                ? SqlFragment.of("")
                : new SqlBuilder().add(" where ").join(" and ", conditions).build();
    }

    private List<SqlFragment> all(Rows rows) {
        List<SqlFragment> all = new ArrayList<>(factory.conditions(rows, conditions));
        switch (deletion) {
            case HIDDEN -> rows.alive().map(SqlFragment::of).ifPresent(all::add);
            case ONLY ->
                all.add(SqlFragment.of(
                        entity.features().softDelete()
                                ? rows.column(SystemFields.DELETED_AT) + " is not null"
                                : "false"));
            case INCLUDED -> {}
        }
        if (start instanceof Start.Among) {
            all.add(SqlBuilder.wrap(rows.column(SystemFields.ID) + " = any(", Slot.of(Slot.AMONG, "uuid[]"), ")"));
        }
        for (int word = 0; word < words; word++) {
            all.add(contains(rows, word));
        }
        return all;
    }

    private SqlFragment contains(Rows rows, int word) {
        SequencedMap<String, List<Field>> levels = new LinkedHashMap<>();
        searched.forEach(field ->
                levels.computeIfAbsent(field.level(), any -> new ArrayList<>()).add(field));
        List<SqlFragment> places = new ArrayList<>();
        levels.forEach((level, fields) -> places.add(SearchSql.contains(rows.alias(fields.getFirst()), fields, word)));
        return new SqlBuilder().add("(").join(" or ", places).add(")").build();
    }
}
