package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;

/** A change of data by SQL: {@code migrations/V<version>__<description>.sql}. */
public record MigrationDefinition(
        String name, Origin origin, String version, String description, String sql, MapNode source)
        implements Definition {

    @Override
    public Kind kind() {
        return Kind.MIGRATION;
    }
}
