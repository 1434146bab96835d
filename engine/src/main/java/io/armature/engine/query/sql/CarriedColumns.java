package io.armature.engine.query.sql;

import io.armature.engine.query.plan.Output;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.SystemFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of an entity's table by which a page tells its records, where that is all that it takes. They are read along with the
 * records that are gathered, so that those of the page need not be looked up again.
 */
final class CarriedColumns {
    /** What the values are called by which a page is put in order. */
    private static final Pattern ORDINAL = Pattern.compile("o\\d+");

    private CarriedColumns() {}

    /** The columns besides the id; nothing where the page takes more, such as other tables. */
    static Optional<Set<String>> of(Entity entity, List<Output> outputs) {
        Set<String> columns = new LinkedHashSet<>();
        for (Output output : outputs) {
            switch (output) {
                case Output.Value(Field field, var access)
                when ShownSql.always(access) && isKept(field) ->
                    field.columns().forEach(column -> columns.add(column.name()));
                case Output.Hidden _ -> {}
                case Output.Value _, Output.Linked _, Output.Listed _, Output.Identified _ -> {
                    return Optional.empty();
                }
            }
        }
        columns.remove(SystemFields.ID);
        boolean clear =
                columns.stream().noneMatch(column -> ORDINAL.matcher(column).matches());
        return clear && entity.lineage().size() == 1 ? Optional.of(columns) : Optional.empty();
    }

    private static boolean isKept(Field field) {
        return !field.columns().isEmpty() && (!field.computed() || field.stored());
    }
}
