package io.armature.engine.identity;

import io.armature.engine.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where passwords are known: here, and in the directories of the tenant. Safe for many threads. */
public final class PasswordSources {

    private final List<Source> sources;

    public PasswordSources(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Knows passwords. */
    @FunctionalInterface
    public interface Source {

        /** The user of a name and password; nothing when they are wrong or not known here. */
        Optional<Known> find(Tenant tenant, String username, String password);
    }

    /**
     * Somebody whose password was right.
     *
     * @param method who says so: {@code password}, {@code ldap:NAME}
     */
    public record Known(UUID user, String method) {}

    Optional<Known> find(Tenant tenant, String username, String password) {
        return sources.stream()
                .flatMap(source -> source.find(tenant, username, password).stream())
                .findFirst();
    }
}
