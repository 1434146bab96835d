package io.armature.engine.webhook;

import io.armature.engine.due.DueWork;
import io.armature.engine.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends what is in a tenant's queue, several at a time, those of a record one after the other. What is not taken is tried again
 * later and later, for a day; then it is a dead letter.
 */
public final class WebhookSender implements DueWork {

    static final String KIND = "webhook";

    private static final int BATCHES = 25;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final Duration GIVING_UP = Duration.ofHours(24);

    private final Webhooks webhooks;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public WebhookSender(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Instant> run(Tenant tenant, Instant now) {
        Map<UUID, Optional<Webhook>> receivers = new ConcurrentHashMap<>();
        // One that does not answer shall not have others wait behind all that he does not take.
        Set<UUID> silent = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < BATCHES; i++) {
            List<Delivery> claimed = webhooks.deliveries().claim(tenant, now, silent);
            if (claimed.isEmpty()) {
                return webhooks.deliveries().next(tenant);
            }
            claimed.forEach(delivery -> receivers.computeIfAbsent(
                    delivery.webhook(), id -> webhooks.store().find(tenant, id)));
            send(tenant, claimed, receivers, silent, now);
        }
        return Optional.of(now);
    }

    private void send(
            Tenant tenant,
            List<Delivery> claimed,
            Map<UUID, Optional<Webhook>> receivers,
            Set<UUID> silent,
            Instant now) {
        List<Future<?>> sending = claimed.stream()
                .<Future<?>>map(delivery -> threads.submit(() -> receivers
                        .getOrDefault(delivery.webhook(), Optional.empty())
                        .filter(webhook ->
                                send(tenant, webhook, delivery, now).response().isEmpty())
                        .ifPresent(webhook -> silent.add(webhook.id()))))
                .toList();
        try {
            for (Future<?> one : sending) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("What was sent could not be written down", failed.getCause());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Closed while deliveries were under way", closed);
        }
    }

    private Outcome send(Tenant tenant, Webhook webhook, Delivery delivery, Instant now) {
        Outcome outcome = webhooks.send(tenant, webhook, delivery);
        boolean over = outcome.isTaken() || delivery.first().plus(GIVING_UP).isBefore(now);
        webhooks.deliveries()
                .settle(
                        tenant,
                        delivery,
                        outcome,
                        over ? Optional.empty() : Optional.of(now.plus(pause(delivery.attempt()))));
        return outcome;
    }

    /** Doubled each time, and spread, so that a receiver that comes back is not stormed. */
    static Duration pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 16));
        return Duration.ofMillis(most * 4 / 5 + ThreadLocalRandom.current().nextLong(most * 2 / 5 + 1));
    }
}
