package io.armature.engine.transfer;

import io.armature.engine.db.Transaction;

/** Looks on while a file is taken in. */
public interface ImportWatch {

    /** Nobody looks on. */
    ImportWatch NOBODY = soFar -> true;

    /**
     * Some hundred more rows were tried.
     *
     * @return whether to go on; otherwise nothing is kept
     */
    boolean goesOn(ImportReport soFar);

    /** All is tried and will be kept; called in the transaction that keeps it. */
    default void keeps(Transaction transaction, ImportReport report) {}
}
