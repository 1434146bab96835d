package io.armature.engine.event;

import io.armature.engine.db.Database;
import io.armature.engine.due.DueBook;
import io.armature.engine.due.DueWork;
import io.armature.engine.event.OutboxStore.Parked;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the subscribers what stands in the outboxes. A subscriber that fails holds up nothing but later events of the record. */
public final class OutboxDispatcher implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);
    /** After so many batches, other tenants have their turn. */
    private static final int BATCHES = 20;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** About a day: a second, doubled up to an hour, then every hour. */
    private static final int MOST_ATTEMPTS = 35;

    private final Database database;
    private final OutboxStore store;
    private final DueBook book;
    private final Map<String, Subscriber> subscribers;

    /** @param subscribers each with another name */
    public OutboxDispatcher(Database database, DueBook book, Collection<Subscriber> subscribers) {
        this.database = database;
        this.store = new OutboxStore(database);
        this.book = book;
        this.subscribers =
                subscribers.stream().collect(Collectors.toUnmodifiableMap(Subscriber::name, Function.identity()));
    }

    /** What a subscriber has not taken of which record. */
    private record Stuck(String subscriber, UUID record) {}

    @Override
    public String kind() {
        return Outbox.KIND;
    }

    /** Looks once in all tenants: nodes may have died while none was left. */
    public void sweep(Tenants tenants) {
        store.waiting(tenants.active())
                .forEach(name -> tenants.named(name).ifPresent(tenant -> book.hint(tenant, Outbox.KIND)));
    }

    @Override
    public Optional<Instant> run(Tenant tenant, Instant now) {
        for (int i = 0; i < BATCHES; i++) {
            List<QueuedEvent> batch = store.next(tenant);
            List<LateEvent> late = store.late(tenant, now);
            if (batch.isEmpty() && late.isEmpty()) {
                return store.nextAttempt(tenant);
            }
            subscribers.values().forEach(subscriber -> subscriber.begin(tenant));
            late.forEach(event -> again(tenant, event, now));
            if (!batch.isEmpty()) {
                deliver(tenant, batch, now);
            }
        }
        return Optional.of(now);
    }

    private void deliver(Tenant tenant, List<QueuedEvent> batch, Instant now) {
        List<Parked> parked = new ArrayList<>();
        Set<Stuck> stuck = new HashSet<>();
        for (Subscriber subscriber : subscribers.values()) {
            for (QueuedEvent queued : wanted(tenant, batch, subscriber)) {
                deliver(tenant, queued, subscriber, stuck, now).ifPresent(parked::add);
            }
        }
        database.transaction(sql -> {
            store.settle(sql, tenant, batch, parked);
            return batch;
        });
    }

    private static List<QueuedEvent> wanted(Tenant tenant, List<QueuedEvent> batch, Subscriber subscriber) {
        List<QueuedEvent> wanted = batch.stream()
                .filter(queued -> subscriber.wants(queued.event()))
                .toList();
        if (wanted.isEmpty()) {
            return wanted;
        }
        try {
            Predicate<Event> interest = subscriber.interest(
                    tenant, wanted.stream().map(QueuedEvent::event).toList());
            return wanted.stream()
                    .filter(queued -> interest.test(queued.event()))
                    .toList();
        } catch (RuntimeException failed) {
            // It gets all of them, one by one, and again what it cannot take.
            LOG.warn("{} could not choose events of tenant {}", subscriber.name(), tenant.name(), failed);
            return wanted;
        }
    }

    /** Nothing when the subscriber has the event. */
    private Optional<Parked> deliver(
            Tenant tenant, QueuedEvent queued, Subscriber subscriber, Set<Stuck> stuck, Instant now) {
        Event event = queued.event();
        Optional<Stuck> place = event.subject().map(subject -> new Stuck(subscriber.name(), subject.record()));
        try {
            if (queued.stuck().contains(subscriber.name())
                    || place.filter(stuck::contains).isPresent()) {
                return Optional.of(new Parked(subscriber.name(), queued.number(), Optional.empty(), ""));
            }
            subscriber.receive(tenant, event, queued.number());
            return Optional.empty();
        } catch (RuntimeException failed) {
            tell(tenant, event, subscriber.name(), failed);
            place.ifPresent(stuck::add);
            return Optional.of(
                    new Parked(subscriber.name(), queued.number(), Optional.of(now.plus(pause(1))), failed.toString()));
        }
    }

    private void again(Tenant tenant, LateEvent late, Instant now) {
        try {
            Optional.ofNullable(subscribers.get(late.subscriber()))
                    .ifPresent(subscriber -> subscriber.receive(tenant, late.event(), late.number()));
        } catch (RuntimeException failed) {
            int attempts = late.attempts() + 1;
            tell(tenant, late.event(), late.subscriber(), failed);
            if (attempts >= MOST_ATTEMPTS) {
                LOG.error(
                        "Event {} of tenant {} is given up for {}",
                        late.event().id(),
                        tenant.name(),
                        late.subscriber());
                store.givenUp(tenant, late, now, failed.toString());
            } else {
                store.failed(tenant, late, now.plus(pause(attempts)), failed.toString());
            }
            return;
        }
        store.taken(tenant, late, now);
    }

    private static void tell(Tenant tenant, Event event, String subscriber, RuntimeException failed) {
        LOG.warn(
                "{} could not take {} {} of tenant {} and gets it again",
                subscriber,
                event.name(),
                event.id(),
                tenant.name(),
                failed);
    }

    private static Duration pause(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts - 1, 12));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
