package io.armature.engine.write;

/** What happens to a record. */
enum Action {
    CREATE,
    /** A record of a concrete parent entity gets this entity's fields too. */
    EXTEND,
    UPDATE,
    DELETE,
    RESTORE;

    /** The word in audit and events. */
    String word() {
        return switch (this) {
            case CREATE, EXTEND -> "create";
            case UPDATE -> "update";
            case DELETE -> "delete";
            case RESTORE -> "restore";
        };
    }

    /** What an event says happened: {@code crm.customer.created}. */
    String past() {
        return switch (this) {
            case CREATE, EXTEND -> "created";
            case UPDATE -> "updated";
            case DELETE -> "deleted";
            case RESTORE -> "restored";
        };
    }

    boolean isNew() {
        return this == CREATE || this == EXTEND;
    }
}
