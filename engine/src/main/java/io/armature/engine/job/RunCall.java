package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import java.util.UUID;

/** What work is given when it is done. */
public interface RunCall {

    Tenant tenant();

    /** Names the run; the same when it is tried again. */
    UUID id();

    /** What was asked for. */
    JsonNode payload();

    /** Counted from one. */
    int attempt();

    /** Shows how far it is; cheap to call often. */
    void progress(int percent);

    /** A line for whoever looks at the run. */
    void say(String line);

    /**
     * Writes down in a transaction that the work is done: it is kept together with what it did, so that it is done once even if
     * the node is killed at that very moment. The last thing to do in the transaction, and the work's last transaction.
     *
     * @throws IllegalStateException when another node has the run, as this one was taken for gone: nothing is to be kept
     */
    void doneWith(SqlRunner transaction);

    /** Whether somebody wants it to stop; its thread is interrupted as well. */
    boolean isCancelled();
}
