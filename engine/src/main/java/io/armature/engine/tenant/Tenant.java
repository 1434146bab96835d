package io.armature.engine.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An isolated site.
 *
 * @param name lower-case letters, digits, hyphens and underscores
 * @param schema its schema in the database
 * @param hosts host names at which it answers
 * @param origins of other sites whose pages may call it, such as {@code https://shop.example}
 * @param endsAt when a deleted tenant goes for good
 */
public record Tenant(
        String name, String schema, Set<String> hosts, Set<String> origins, State state, Optional<Instant> endsAt) {

    /** The tenant of requests that name none. */
    public static final String MAIN = "main";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    /** Whether a tenant works. */
    public enum State {
        ACTIVE,
        /** It keeps everything, answers nobody and does no work, until it is resumed. */
        SUSPENDED,
        /** It waits for its end, and can still be brought back. */
        DELETED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Tenant {
        if (!isName(name)) {
            throw new IllegalArgumentException("Not a tenant's name: " + name);
        }
        hosts = Set.copyOf(hosts);
        origins = Set.copyOf(origins);
    }

    /** A tenant that works, and allows no other sites. */
    public Tenant(String name, String schema, Set<String> hosts) {
        this(name, schema, hosts, Set.of(), State.ACTIVE, Optional.empty());
    }

    /** Whether a tenant can be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** A tenant in the schema that its name gives. */
    public static Tenant named(String name, Set<String> hosts) {
        return new Tenant(name, "tenant_" + name.replace('-', '_'), hosts);
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    public boolean isMain() {
        return name.equals(MAIN);
    }

    Tenant with(Set<String> otherHosts, Set<String> otherOrigins) {
        return new Tenant(name, schema, otherHosts, otherOrigins, state, endsAt);
    }

    Tenant in(State other, Optional<Instant> end) {
        return new Tenant(name, schema, hosts, origins, other, end);
    }
}
