package io.armature.engine.access;

import io.armature.metadata.model.Entity;

/**
 * What a caller may read, as conditions that readers make part of their statement. Equal ones give equal conditions, so
 * that statements can be kept by it.
 */
@FunctionalInterface
public interface ReadAccess {

    /** Every field of every record of every entity. */
    ReadAccess EVERYTHING = entity -> Rule.ALL;

    /** Which of an entity's records the caller may read. */
    Rule rows(String entity);

    /** The same for lines inside a record that the caller may read. */
    default Rule lines(String parent, String child) {
        return rows(child);
    }

    /** On which of the records that the caller may read he sees a member, by its name. */
    default FieldAccess field(Entity entity, String name) {
        return FieldAccess.OPEN;
    }

    /** The same going by what is said of the member itself, whatever it is computed from. */
    default FieldAccess said(Entity entity, String name) {
        return field(entity, name);
    }
}
