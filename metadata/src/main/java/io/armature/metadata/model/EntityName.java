package io.armature.metadata.model;

/** An entity's full name, {@code pack.entity}. */
public record EntityName(String pack, String entity) {

    /** Reads {@code pack.entity}. */
    public static EntityName parse(String fullName) {
        int dot = fullName.indexOf('.');
        if (dot <= 0 || dot == fullName.length() - 1) {
            throw new IllegalArgumentException("Not the full name of an entity: " + fullName);
        }
        return new EntityName(fullName.substring(0, dot), fullName.substring(dot + 1));
    }

    @Override
    public String toString() {
        return pack + "." + entity;
    }
}
