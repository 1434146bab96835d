package io.armature.engine.stream;

import io.armature.engine.current.RequestContext;
import io.armature.engine.event.LoggedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One listener and what he is told, at his own pace: what he has not taken yet is nowhere but among the last events. */
final class OpenStream {

    private static final Duration BEATS = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StreamFeed feed;
    private final StreamRequest request;
    private final Supplier<Optional<RequestContext>> caller;
    private final StreamSight sight;
    private final StreamOutlet outlet;

    /** @param caller who listens now; empty when he may no more */
    OpenStream(
            StreamFeed feed,
            StreamRequest request,
            Supplier<Optional<RequestContext>> caller,
            StreamSight sight,
            StreamOutlet outlet) {
        this.feed = feed;
        this.request = request;
        this.caller = caller;
        this.sight = sight;
        this.outlet = outlet;
    }

    /**
     * Tells what happens until nobody listens.
     *
     * @param from the position to begin behind
     * @param missed whether events before it are lost
     */
    void run(long from, boolean missed) throws InterruptedException {
        long position = from;
        boolean listening = say(StreamMessage.of(position, missed ? StreamMessage.RESET : StreamMessage.READY));
        while (listening) {
            long callers = feed.callers();
            Optional<RequestContext> now = caller.get();
            if (now.isEmpty()) {
                return;
            }
            List<LoggedEvent> events = feed.after(position, callers, BEATS);
            if (events.isEmpty()) {
                listening = feed.callers() != callers || say(StreamMessage.of(position, StreamMessage.BEAT));
            } else if (feed.callers() == callers) {
                position = events.getLast().position();
                listening = tell(now.get(), events);
            }
        }
    }

    private boolean tell(RequestContext context, List<LoggedEvent> events) throws InterruptedException {
        List<LoggedEvent> wanted =
                events.stream().filter(event -> request.wants(event.name())).toList();
        for (StreamMessage message : sight.of(context, wanted)) {
            if (!say(message)) {
                return false;
            }
        }
        return outlet.isOpen();
    }

    private boolean say(StreamMessage message) throws InterruptedException {
        if (!outlet.isOpen() || !outlet.awaitReady(PATIENCE)) {
            return false;
        }
        outlet.send(message);
        return true;
    }
}
