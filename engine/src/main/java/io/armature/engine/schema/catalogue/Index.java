package io.armature.engine.schema.catalogue;

/**
 * An index that no primary key needs.
 *
 * @param valid false when building it concurrently was interrupted
 */
public record Index(String name, IndexShape shape, boolean valid) {

    /** Whether it follows our way of naming; other indexes belong to somebody else and are left alone. */
    public boolean isOurs() {
        return name.indexOf('$') >= 0;
    }
}
