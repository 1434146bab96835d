package io.armature.metadata.model;

import java.util.List;

/** The fields that every record has. */
public final class SystemFields {

    public static final String ID = "id";
    /** The key in a foreign system; unique when set. */
    public static final String EXTERNAL_ID = "external_id";
    /** Counts the changes of the record, from 1. */
    public static final String VERSION = "version";

    public static final String CREATED_AT = "created_at";
    public static final String CREATED_BY = "created_by";
    public static final String UPDATED_AT = "updated_at";
    public static final String UPDATED_BY = "updated_by";
    public static final String OWNER = "owner";
    /** When the record was deleted, with soft delete. */
    public static final String DELETED_AT = "deleted_at";
    /** The order of lines under their parent; a column, not a field. */
    public static final String POSITION = "_position";

    /** In the order of their columns. */
    public static final List<String> ALL =
            List.of(ID, EXTERNAL_ID, VERSION, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY, OWNER, DELETED_AT);

    private SystemFields() {}
}
