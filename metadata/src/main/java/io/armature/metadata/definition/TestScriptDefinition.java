package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;

/**
 * Tests of a pack that are functions: {@code tests/<name>.js}.
 *
 * @param script its source text
 */
public record TestScriptDefinition(String name, Origin origin, String script, MapNode source) implements Definition {

    @Override
    public Kind kind() {
        return Kind.TEST;
    }
}
