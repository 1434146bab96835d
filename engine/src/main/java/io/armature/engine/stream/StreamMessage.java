package io.armature.engine.stream;

/**
 * What is told in a stream.
 *
 * @param id where to go on from after it
 * @param kind empty for an event; {@code ready} when the stream has begun, {@code beat} now and then while nothing happens,
 *     {@code reset} when events were missed that are not there any more
 * @param data JSON
 */
public record StreamMessage(long id, String kind, String data) {

    static final String READY = "ready";
    static final String BEAT = "beat";
    static final String RESET = "reset";

    static StreamMessage of(long id, String kind) {
        return new StreamMessage(id, kind, "{}");
    }
}
