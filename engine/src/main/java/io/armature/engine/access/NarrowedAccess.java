package io.armature.engine.access;

import io.armature.metadata.model.Entity;

/**
 * What a caller may read when he exports, or looks at a report: of the entity that it is about, the records with which he may
 * do so.
 *
 * @param verb what he does
 * @param about the entity's full name
 */
public record NarrowedAccess(AccessPolicy policy, String verb, String about) implements ReadAccess {

    @Override
    public Rule rows(String entity) {
        Rule readable = policy.rows(entity);
        return entity.equals(about) ? readable.and(policy.may(verb, entity)) : readable;
    }

    @Override
    public Rule lines(String parent, String child) {
        return policy.lines(parent, child);
    }

    @Override
    public FieldAccess field(Entity entity, String name) {
        return policy.field(entity, name);
    }

    @Override
    public FieldAccess said(Entity entity, String name) {
        return policy.said(entity, name);
    }
}
