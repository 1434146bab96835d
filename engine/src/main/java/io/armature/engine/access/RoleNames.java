package io.armature.engine.access;

import io.armature.metadata.definition.RoleDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a role names besides entities, by full names. */
final class RoleNames {
    private RoleNames() {}

    /** @param what {@code actions}, {@code menus} or {@code pages} */
    static List<String> of(@Nullable RoleDefinition role, String what) {
        if (role == null) {
            return List.of();
        }
        List<String> written = switch (what) {
            case "actions" -> role.actions();
            case "menus" -> role.menus();
            default -> role.pages();
        };
        return written.stream()
                .map(name -> RoleBook.qualify(name, role.origin().pack()))
                .toList();
    }
}
