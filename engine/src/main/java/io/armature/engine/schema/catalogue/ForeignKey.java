package io.armature.engine.schema.catalogue;

/**
 * A foreign key over one column.
 *
 * @param validated false while older rows have not been looked at
 */
public record ForeignKey(String name, ForeignKeyShape shape, boolean validated) {

    /** Whether it follows our way of naming. */
    public boolean isOurs() {
        return name.indexOf('$') >= 0;
    }
}
