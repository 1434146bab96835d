package io.armature.engine.write;

import java.util.List;

/**
 * What happens to a many-to-many field.
 *
 * @param whole whether {@code add} is all there shall be, in this order
 */
public record LinksChange(boolean whole, List<Given> add, List<Given> remove) {
    public LinksChange {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }
}
