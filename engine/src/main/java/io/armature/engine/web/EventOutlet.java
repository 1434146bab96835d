package io.armature.engine.web;

import io.armature.engine.stream.StreamMessage;
import io.armature.engine.stream.StreamOutlet;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.FluxSink;

/** Sends a stream's messages to a caller over HTTP, no faster than the connection takes them. */
final class EventOutlet implements StreamOutlet {

    private final FluxSink<Event<String>> sink;
    private final Semaphore asked = new Semaphore(0);

    EventOutlet(FluxSink<Event<String>> sink) {
        this.sink = sink;
        sink.onRequest(count -> asked.release());
        sink.onDispose(asked::release);
    }

    @Override
    public boolean isOpen() {
        return !sink.isCancelled();
    }

    @Override
    public boolean awaitReady(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (sink.requestedFromDownstream() == 0 && isOpen()) {
            if (!asked.tryAcquire(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return isOpen();
    }

    @Override
    public void send(StreamMessage message) {
        Event<String> event = Event.of(message.data()).id(String.valueOf(message.id()));
        sink.next(message.kind().isEmpty() ? event : event.name(message.kind()));
    }

    @Override
    public void end() {
        sink.complete();
    }
}
