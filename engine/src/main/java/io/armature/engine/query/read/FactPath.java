package io.armature.engine.query.read;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.query.plan.Secrecy;
import io.armature.metadata.expression.Context;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.JoinTree;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.expression.SqlFragment.Bind;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType.AnyReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a field is: the entity to begin at, and links to follow, separated by dots. */
record FactPath(String entity, String path) {

    private static final String ALIAS = "t";
    private static final UUID NOBODY = new UUID(0, 0);

    private List<String> names() {
        return Arrays.asList(path.split("\\."));
    }

    /** Whether there is such a field, and it may be read at all: passwords and secrets may not. */
    boolean isReadable(Model model) {
        return model.entity(entity).isPresent()
                && (path.equals(SystemFields.ID)
                        || field(model).filter(Secrecy::readable).isPresent());
    }

    private Optional<Field> field(Model model) {
        Optional<Entity> at = model.entity(entity);
        Optional<Field> field = Optional.empty();
        for (String name : names()) {
            field = at.flatMap(known -> known.field(name));
            at = field.flatMap(Field::relation).map(Relation::target).flatMap(model::entity);
        }
        return field;
    }

    /** Selects the value of a record; the record's id is the last value, and left to the caller. */
    Sql sql(Model model, String schema, Instant now) {
        JoinTree tree = new JoinTree(model, schema, entity, ALIAS);
        SqlFragment value = tree.column(names());
        SqlFragment from = tree.from();
        Context context = Context.of(now, ZoneOffset.UTC, NOBODY);
        List<SqlValue> values = new ArrayList<>();
        value.binds().forEach(bind -> values.add(value(bind, context)));
        from.binds().forEach(bind -> values.add(value(bind, context)));
        String text = "select " + value.text() + " from " + from.text() + " where "
                + Identifiers.quote(ALIAS, SystemFields.ID) + " = ?";
        return new Sql(text, values);
    }

    private static SqlValue value(Bind bind, Context context) {
        return switch (bind) {
            case Bind.Value value -> new SqlValue(value.value(), value.sqlType());
            case Bind.Context moment ->
                new SqlValue(context.value(moment.name()).orElse(null), moment.sqlType());
            case Bind.Parameter parameter -> new SqlValue(null, parameter.sqlType());
        };
    }

    /** The value of the row at which the result stands, as expressions know it; empty when it is null. */
    Optional<Object> value(Model model, ResultSet row) throws SQLException {
        return FactValues.read(row, field(model).map(Field::valueType).orElse(new AnyReference()));
    }
}
