package io.armature.engine.print;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that can be printed, as it is found for a caller.
 *
 * @param entity its full name
 * @param size as style sheets say it: {@code A4 landscape}
 * @param html the template
 * @param pictures by the names that the template gives them
 * @param fileName an expression
 * @param when a condition
 * @param generated made of the entity alone
 */
record Sheet(
        String name,
        String title,
        String entity,
        String size,
        String html,
        Map<String, String> pictures,
        Optional<String> fileName,
        Optional<String> when,
        List<String> roles,
        boolean generated) {

    Sheet {
        pictures = Map.copyOf(pictures);
        roles = List.copyOf(roles);
    }
}
