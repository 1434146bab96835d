package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;

/**
 * The functions a pack runs at named points: {@code hooks/<name>.js}.
 *
 * @param script its source text
 */
public record HookDefinition(String name, Origin origin, String script, MapNode source) implements Definition {

    @Override
    public Kind kind() {
        return Kind.HOOK;
    }
}
