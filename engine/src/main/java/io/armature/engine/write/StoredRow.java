package io.armature.engine.write;

import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.Member;
import io.armature.metadata.expression.Row;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The columns of a record as they are stored, for conditions that look at nothing else. */
record StoredRow(UUID id, Map<String, Object> values) implements Row {

    @Override
    public Optional<Object> value(String name) {
        return name.equals(SystemFields.ID) ? Optional.of(id) : Optional.ofNullable(values.get(name));
    }

    @Override
    public Optional<Row> link(String name) {
        return Optional.empty();
    }

    @Override
    public List<Row> rows(String name) {
        return List.of();
    }

    /** Whether a condition on an entity looks at columns of the record alone. */
    static boolean suffices(Model model, String entity, Ir tree) {
        return switch (tree) {
            case Ir.Literal _, Ir.Nothing _, Ir.Context _ -> true;
            case Ir.Path path -> isColumn(model, entity, path.path());
            case Ir.Call call -> call.arguments().stream().allMatch(part -> suffices(model, entity, part));
            case Ir.Choice(var condition, var then, var otherwise, var _) ->
                suffices(model, entity, condition)
                        && suffices(model, entity, then)
                        && suffices(model, entity, otherwise);
            case Ir.Items items -> items.items().stream().allMatch(part -> suffices(model, entity, part));
            case Ir.Aggregate _ -> false;
        };
    }

    private static boolean isColumn(Model model, String entity, List<String> path) {
        boolean own = path.size() == 1 || path.size() == 2 && path.getLast().equals(SystemFields.ID);
        return own
                && model.member(entity, path.getFirst()).orElse(null) instanceof Member.Column column
                && column.name().equals(path.getFirst());
    }
}
