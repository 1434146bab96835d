package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.AnyReference;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Scalar;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The moment and the person an expression is computed for; also what {@link SqlFragment.Bind.Context} names stand for.
 *
 * @param zone where a day begins and ends
 * @param values what else is known, by name: {@code user.id}, {@code company}, {@code company.currency}…; the user's
 *     id, teams, roles and groups are always there
 * @param lookup finds further fields of the user and the company when an expression names them
 */
public record Context(Instant now, ZoneId zone, Map<String, Object> values, Lookup lookup) {

    public static final String NOW = "now";
    public static final String TODAY = "today";
    /** The name of the time zone. */
    public static final String ZONE = "zone";

    public static final String USER_ID = "user.id";
    public static final String USER_TEAMS = "user.teams";
    /** Full names of the user's roles, inherited ones too. */
    public static final String USER_ROLES = "user.roles";
    /** Names of the user's groups. */
    public static final String USER_GROUPS = "user.groups";
    /** The company the user works in; may be absent. */
    public static final String COMPANY = "company";

    /** Finds a field of the user or the company by its path, {@code user.email} or {@code company.country.code}. */
    @FunctionalInterface
    public interface Lookup {

        /** Knows nothing. */
        Lookup NOTHING = name -> Optional.empty();

        /** The value, of the class that goes with the field's type; empty when it is null. */
        Optional<Object> value(String name);
    }

    /** What every context knows and is never null. */
    static final Map<String, ValueType> KNOWN = Map.of(
            USER_TEAMS, new ListOf(new AnyReference()),
            USER_ROLES, new ListOf(Scalar.TEXT),
            USER_GROUPS, new ListOf(Scalar.TEXT));

    private static final Map<String, Object> ALWAYS =
            Map.of(USER_TEAMS, List.of(), USER_ROLES, List.of(), USER_GROUPS, List.of());

    public Context {
        now = now.truncatedTo(ChronoUnit.MICROS);
        Map<String, Object> known = new HashMap<>(ALWAYS);
        known.putAll(values);
        values = Map.copyOf(known);
        if (!values.containsKey(USER_ID)) {
            throw new IllegalArgumentException("A context needs " + USER_ID);
        }
    }

    /** A context that knows the values and nothing else. */
    public Context(Instant now, ZoneId zone, Map<String, Object> values) {
        this(now, zone, values, Lookup.NOTHING);
    }

    /** A user without teams, roles and groups, outside every company. */
    public static Context of(Instant now, ZoneId zone, UUID user) {
        return new Context(now, zone, Map.of(USER_ID, user));
    }

    /** The same, and {@code value} under {@code name}. */
    public Context with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return new Context(now, zone, more, lookup);
    }

    /** The value of a name; empty when it is null. */
    public Optional<Object> value(String name) {
        return switch (name) {
            case NOW -> Optional.of(now);
            case TODAY -> Optional.of(now.atZone(zone).toLocalDate());
            case ZONE -> Optional.of(zone.getId());
            default -> Optional.ofNullable(values.get(name)).or(() -> elsewhere(name));
        };
    }

    private Optional<Object> elsewhere(String name) {
        return name.indexOf('.') > 0 ? lookup.value(name) : Optional.empty();
    }
}
