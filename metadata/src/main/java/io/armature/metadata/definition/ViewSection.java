package io.armature.metadata.definition;

import java.util.List;
import java.util.Optional;

/**
 * A part of a form's tab.
 *
 * @param name for overlays to find it by
 * @param visible an expression; absent for always
 * @param columns side by side, each with fields below each other
 */
public record ViewSection(
        String name, Optional<String> title, Optional<String> visible, List<List<ViewItem>> columns, Origin origin) {

    public ViewSection {
        columns = columns.stream().map(List::copyOf).toList();
    }
}
