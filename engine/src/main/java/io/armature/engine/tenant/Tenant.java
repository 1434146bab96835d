package io.armature.engine.tenant;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * An isolated site.
 *
 * @param name lower-case letters, digits, hyphens and underscores
 * @param schema its schema in the database
 * @param hosts host names at which it answers
 */
public record Tenant(String name, String schema, Set<String> hosts) {

    /** The tenant of requests that name none. */
    public static final String MAIN = "main";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    public Tenant {
        if (!isName(name)) {
            throw new IllegalArgumentException("Not a tenant's name: " + name);
        }
        hosts = Set.copyOf(hosts);
    }

    /** Whether a tenant can be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** A tenant in the schema that its name gives. */
    public static Tenant named(String name, Set<String> hosts) {
        return new Tenant(name, "tenant_" + name.replace('-', '_'), hosts);
    }
}
