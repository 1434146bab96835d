package io.armature.metadata.definition;

/**
 * What an entity does beyond holding fields.
 *
 * @param audit keeps who changed what, old and new
 * @param softDelete a deleted record can be restored
 * @param comments people may comment on a record
 * @param attachments people may attach files
 * @param tree records have a parent of the same entity
 * @param company records belong to a company
 */
public record Features(
        boolean audit, boolean softDelete, boolean comments, boolean attachments, boolean tree, boolean company) {

    /** What holds when an entity says nothing. */
    public static final Features DEFAULT = new Features(true, true, true, true, false, false);
}
