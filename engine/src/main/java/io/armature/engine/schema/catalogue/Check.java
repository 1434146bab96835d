package io.armature.engine.schema.catalogue;

import java.util.List;

/**
 * A check; its name tells its meaning.
 *
 * @param columns that it looks at
 * @param validated false while older rows have not been looked at
 */
public record Check(String name, List<String> columns, boolean validated) {

    public Check {
        columns = List.copyOf(columns);
    }

    /** Whether it follows our way of naming. */
    public boolean isOurs() {
        return name.indexOf('$') >= 0;
    }
}
