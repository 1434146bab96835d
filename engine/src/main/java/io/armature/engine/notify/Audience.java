package io.armature.engine.notify;

import io.armature.engine.identity.Callers;
import io.armature.engine.identity.User;
import io.armature.engine.record.Readers;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Of some people, those who may know of a record, and by what name each of them knows it. */
@Singleton
final class Audience {

    private final Callers callers;
    private final Readers readers;

    Audience(Callers callers, Readers readers) {
        this.callers = callers;
        this.readers = readers;
    }

    /** The record's label as each sees it; those who may not read it are missing. */
    Map<UUID, String> labels(Tenant tenant, Model model, Collection<UUID> users, Notice.About about) {
        Optional<Entity> entity = model.entity(about.entity()).filter(Entity::stored);
        Map<UUID, String> labels = new HashMap<>();
        for (UUID user : users) {
            entity.flatMap(of -> callers.named(tenant, user.toString())
                            .flatMap(person -> readers.label(tenant, model, person, of, about.record())))
                    .ifPresent(label -> labels.put(user, label));
        }
        return labels;
    }

    /** Of some people, those who see in which states a record is: others are told of its steps as of any change. */
    Set<UUID> ofStates(Tenant tenant, Model model, Collection<UUID> users, Notice.About about) {
        Optional<Entity> entity = model.entity(about.entity()).filter(Entity::stored);
        return users.stream()
                .filter(user -> entity.flatMap(of -> callers.named(tenant, user.toString())
                                .filter(person -> readers.seesStates(tenant, model, person, of)))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** Somebody, as he would ask now; nobody who may not. */
    Optional<User> person(Tenant tenant, UUID user) {
        return callers.named(tenant, user.toString());
    }

    /** What somebody is called. */
    String name(Tenant tenant, UUID user) {
        return user.equals(User.SYSTEM.id())
                ? User.SYSTEM.name()
                : callers.named(tenant, user.toString()).map(User::name).orElse("?");
    }
}
