package io.armature.metadata.model;

import java.util.Map;

/**
 * An installed pack.
 *
 * @param requires needed packs with their version ranges
 */
public record PackInfo(String name, String version, String title, Map<String, String> requires) {
    public PackInfo {
        requires = Map.copyOf(requires);
    }
}
