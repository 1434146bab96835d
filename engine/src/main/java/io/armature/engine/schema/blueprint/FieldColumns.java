package io.armature.engine.schema.blueprint;

import io.armature.metadata.model.Field;
import java.util.List;
import java.util.Optional;

/** Which columns of a field hold its value; translations stand beside. */
final class FieldColumns {

    static final String TRANSLATIONS = "_i18n";

    private FieldColumns() {}

    /** The columns of the value itself: none, one, or two for a link to any entity. */
    static List<Field.Column> value(Field field) {
        return field.translated() ? field.columns().stream().limit(1).toList() : field.columns();
    }

    /** The one column of the value, where there is one. */
    static Optional<Field.Column> single(Field field) {
        List<Field.Column> columns = value(field);
        return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
    }
}
