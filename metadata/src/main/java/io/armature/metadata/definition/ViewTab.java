package io.armature.metadata.definition;

import java.util.List;
import java.util.Optional;

/**
 * A tab of a form.
 *
 * @param name for overlays to find it by
 * @param visible an expression; absent for always
 */
public record ViewTab(
        String name, Optional<String> title, Optional<String> visible, List<ViewSection> sections, Origin origin) {

    public ViewTab {
        sections = List.copyOf(sections);
    }
}
