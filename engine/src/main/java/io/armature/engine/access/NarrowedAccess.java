package io.armature.engine.access;

import io.armature.metadata.model.Entity;
import java.util.List;

/**
 * What a caller may read when he exports, prints, or looks at a report: of the entity that it is about, the records with which
 * he may do so.
 *
 * @param verbs what he does, all of it
 * @param about the entity's full name
 */
public record NarrowedAccess(AccessPolicy policy, List<String> verbs, String about) implements ReadAccess {

    @Override
    public Rule rows(String entity) {
        Rule readable = policy.rows(entity);
        return entity.equals(about)
                ? verbs.stream().map(verb -> policy.may(verb, entity)).reduce(readable, Rule::and)
                : readable;
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
