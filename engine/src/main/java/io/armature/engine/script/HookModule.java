package io.armature.engine.script;

import io.armature.metadata.definition.HookDefinition;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Source;

/**
 * What a file of hooks exports.
 *
 * @param source parsed once for all realms
 * @param entity the entity it is bound to: the one it names, or the pack's of the file's name; empty when there is none
 * @param after packs or files ({@code pack.file}) whose functions come first
 * @param before packs or files whose functions come later
 * @param points at which it has functions
 * @param actions its custom endpoints, by name
 */
record HookModule(
        HookDefinition definition,
        Source source,
        String entity,
        Set<String> after,
        Set<String> before,
        Set<Point> points,
        Map<String, Action> actions) {

    HookModule {
        after = Set.copyOf(after);
        before = Set.copyOf(before);
        points = Set.copyOf(points);
        actions = Map.copyOf(actions);
    }

    String pack() {
        return definition.origin().pack();
    }

    /** {@code crm.customer}: names the file among all packs'. */
    String name() {
        return pack() + "." + definition.name();
    }

    /** The path of the file inside its pack. */
    String file() {
        return definition.origin().position().file();
    }

    boolean isNamedIn(Set<String> names) {
        return names.contains(pack()) || names.contains(name());
    }
}
