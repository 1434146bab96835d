package io.armature.metadata.model;

import io.armature.metadata.definition.PackGrants;
import io.armature.metadata.definition.PackManifest;
import java.util.List;
import java.util.Map;

/**
 * An installed pack.
 *
 * @param requires needed packs with their version ranges
 * @param grants what its hooks may reach
 * @param limits what one call of a hook may use where it is not the usual
 */
public record PackInfo(
        String name,
        String version,
        String title,
        Map<String, String> requires,
        PackGrants grants,
        Map<String, Long> limits) {

    private static final PackGrants NONE = new PackGrants(List.of(), false, false, false, false);

    public PackInfo {
        requires = Map.copyOf(requires);
        limits = Map.copyOf(limits);
    }

    /** A pack whose hooks may reach nothing. */
    public PackInfo(String name, String version, String title, Map<String, String> requires) {
        this(name, version, title, requires, NONE, Map.of());
    }

    public static PackInfo of(PackManifest manifest) {
        return new PackInfo(
                manifest.name(),
                manifest.version(),
                manifest.title(),
                manifest.requires(),
                manifest.grants(),
                manifest.limits());
    }
}
