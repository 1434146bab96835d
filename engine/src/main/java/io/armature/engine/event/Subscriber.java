package io.armature.engine.event;

import io.armature.engine.tenant.Tenant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Somebody in the engine who gets events. Beans of this type are found by themselves.
 *
 * <p>Events come after their transaction is kept, at least once, those of one record in their order; {@link Event#id} tells
 * whether one came already. A subscriber is called by one node at a time for each tenant, unless a node was cut off from the
 * database for long.
 */
public interface Subscriber {

    /** Names the subscriber; never changed later, as it stands in the database. */
    String name();

    /** Whether it gets the event. Asked for every event: quick, by the event alone, always with the same answer. */
    boolean wants(Event event);

    /** Events of a tenant follow that were read just now: what is remembered of the tenant may be older than they are. */
    default void begin(Tenant tenant) {}

    /**
     * The same as {@link #receive(Tenant, Event)}.
     *
     * @param number in the outbox: higher than all that were given out before the event's row was written
     */
    default void receive(Tenant tenant, Event event, long number) {
        receive(tenant, event);
    }

    /**
     * Which of these events it is told of. A subscriber that has to look something up to know looks it up for all of them
     * here, with one statement, instead of for each when it gets it.
     *
     * @param events all of which it {@link #wants}
     */
    default Predicate<Event> interest(Tenant tenant, List<Event> events) {
        return event -> true;
    }

    /**
     * Takes an event. What takes its time is put into a queue of the subscriber's own: others wait.
     *
     * @throws RuntimeException when it cannot be taken now: it is told again later and later, for a day. Later events of the
     *     same record wait behind it, others do not
     */
    void receive(Tenant tenant, Event event);
}
