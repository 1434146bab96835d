package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/**
 * What passes between a function and everything outside of it. While it runs for somebody this is written down as far as a
 * failure would need it; when a failure is run again, it comes from there. Used by the call's own thread.
 */
interface Tape {

    /**
     * Something that is asked of the world outside.
     *
     * @param what for whoever looks at a recording; no values
     * @param work asks it
     * @return its answer
     */
    JsonNode pass(String what, Supplier<JsonNode> work);

    /** Something that is done to a record at hand, which may refuse it. */
    void attempt(Runnable work);

    /**
     * How many SQL statements were sent.
     *
     * @param counted by the transaction at hand
     */
    long sql(long counted);
}
