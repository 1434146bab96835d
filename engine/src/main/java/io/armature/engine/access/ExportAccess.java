package io.armature.engine.access;

import io.armature.metadata.model.Entity;

/**
 * What a caller may read when he exports: of the entity that is exported, the records that he may export.
 *
 * @param exported its full name
 */
public record ExportAccess(AccessPolicy policy, String exported) implements ReadAccess {

    @Override
    public Rule rows(String entity) {
        Rule readable = policy.rows(entity);
        return entity.equals(exported) ? readable.and(policy.may(Verb.EXPORT, entity)) : readable;
    }

    @Override
    public Rule lines(String parent, String child) {
        return policy.lines(parent, child);
    }

    @Override
    public FieldAccess field(Entity entity, String name) {
        return policy.field(entity, name);
    }
}
