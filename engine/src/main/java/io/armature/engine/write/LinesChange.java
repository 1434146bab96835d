package io.armature.engine.write;

import java.util.List;

/**
 * What happens to the lines of a record.
 *
 * @param whole whether lines that are not named go (PUT) or stay (PATCH)
 */
public record LinesChange(boolean whole, List<Change> changes) {
    public LinesChange {
        changes = List.copyOf(changes);
    }
}
