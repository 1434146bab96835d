package io.armature.engine.query.plan;

import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.Relation.OnDelete;
import java.util.List;

/** What decides of what is told of one record, beside the record that is asked for. */
public enum Told {
    /** Its version: whoever has seen this version has seen all of it. */
    BY_VERSION,
    /** Other records, the time or the language too. Everybody who asks at one moment is told the same. */
    FROM_ELSEWHERE,
    /** Who asks: others are told more. */
    IN_PART;

    /**
     * What decides of some outputs.
     *
     * @param localised whether translated texts are wanted in another language than the one they are kept in
     */
    public static Told of(List<Output> outputs, boolean localised) {
        return outputs.stream().map(output -> of(output, localised)).reduce(BY_VERSION, Told::worse);
    }

    private static Told of(Output output, boolean localised) {
        if (!output.access().isOpen()) {
            return IN_PART;
        }
        return switch (output) {
            case Output.Value(var field, var _) -> of(field, localised);
            case Output.Listed(var _, var relation, var rule, var _, var outputs) ->
                worse(
                        rule.isPresent() ? IN_PART : relation instanceof Relation.Lines ? BY_VERSION : FROM_ELSEWHERE,
                        of(outputs, localised));
            case Output.Linked(var _, var _, var _, var outputs) -> worse(FROM_ELSEWHERE, of(outputs, localised));
            case Output.Identified(var _, var _, var rule, var _) -> rule.isPresent() ? IN_PART : FROM_ELSEWHERE;
            case Output.Hidden _ -> IN_PART;
        };
    }

    /** A value that is written with the record changes with its version. */
    private static Told of(Field field, boolean localised) {
        boolean computed = field.computed() && !field.stored();
        boolean cleared = field.relation().orElse(null) instanceof Relation.Link(var _, var onDelete)
                && onDelete == OnDelete.CLEAR;
        return computed || cleared || localised && field.translated() ? FROM_ELSEWHERE : BY_VERSION;
    }

    private static Told worse(Told one, Told other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
