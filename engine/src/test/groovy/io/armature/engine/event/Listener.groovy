package io.armature.engine.event

import groovy.transform.CompileStatic
import io.armature.engine.tenant.Tenant
import java.util.concurrent.CopyOnWriteArrayList
import java.util.function.Predicate

/** Remembers what it was told, and refuses what it is told to refuse. */
@CompileStatic
final class Listener implements Subscriber {
    final String name
    final List<Event> heard = new CopyOnWriteArrayList<>()
    volatile Predicate<Event> refuses = { Event event -> false } as Predicate<Event>
    volatile Predicate<Event> wanted = { Event event -> true } as Predicate<Event>

    Listener(String name) {
        this.name = name
    }

    @Override
    String name() { name }

    @Override
    boolean wants(Event event) { wanted.test(event) }

    @Override
    void receive(Tenant tenant, Event event) {
        if (refuses.test(event)) {
            throw new IllegalStateException('not now')
        }
        heard << event
    }

    List<Long> versions(UUID record) {
        heard.findAll { it.subject().map { it.record() == record }.orElse(false) }.collect { it.subject().get().version() }
    }
}
