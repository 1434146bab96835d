package io.armature.engine.stream;

import java.time.Duration;

/** Where a stream's messages go. */
public interface StreamOutlet {

    /** Whether somebody listens still. */
    boolean isOpen();

    /** Waits until he takes the next message; whether he does within the time. */
    boolean awaitReady(Duration most) throws InterruptedException;

    void send(StreamMessage message);

    /** Nothing comes any more. */
    void end();
}
