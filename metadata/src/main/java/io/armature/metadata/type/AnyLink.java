package io.armature.metadata.type;

import java.util.UUID;

/**
 * A link to a record of any entity.
 *
 * @param entity full name
 */
public record AnyLink(String entity, UUID id) {}
