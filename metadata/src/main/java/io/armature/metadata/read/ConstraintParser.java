package io.armature.metadata.read;

import io.armature.metadata.definition.ConstraintDefinition;
import java.util.List;

/** The constraints and indexes of an entity or extension. */
final class ConstraintParser {

    private ConstraintParser() {}

    static List<ConstraintDefinition> constraints(Entries entries) {
        return entries.maps("constraints").stream()
                .map(ConstraintParser::constraint)
                .toList();
    }

    private static ConstraintDefinition constraint(Entries entries) {
        List<String> unique = entries.texts("unique");
        return unique.isEmpty()
                ? new ConstraintDefinition.Check(
                        entries.text("check", ""), entries.text("message", ""), entries.originOf("check"))
                : new ConstraintDefinition.Unique(unique, entries.originOf("unique"));
    }

    /** Each a list of fields. */
    static List<List<String>> indexes(Entries entries) {
        return entries.items("indexes").stream()
                .map(Entries::texts)
                .filter(fields -> !fields.isEmpty())
                .toList();
    }
}
