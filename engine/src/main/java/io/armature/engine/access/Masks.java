package io.armature.engine.access;

import io.armature.metadata.model.Field;
import io.armature.metadata.type.ValueType.Scalar;

/** Of which fields a part can be shown: of texts that stand in one column. Others are shown or hidden. */
public final class Masks {
    private Masks() {}

    public static boolean cover(Field field) {
        return field.valueType() == Scalar.TEXT && !field.translated();
    }
}
