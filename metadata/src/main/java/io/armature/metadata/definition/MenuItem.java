package io.armature.metadata.definition;

import java.util.List;
import java.util.Optional;

/**
 * An entry of a menu: it leads somewhere, or holds others.
 *
 * @param view of the entity; absent for its usual list
 * @param roles who sees it; empty for everybody who may see what it leads to
 */
public record MenuItem(
        String name,
        Optional<String> title,
        Optional<String> icon,
        Optional<Target> target,
        Optional<String> view,
        Optional<String> filter,
        List<String> roles,
        List<MenuItem> items,
        Origin origin) {

    /**
     * Where an entry leads.
     *
     * @param kind {@code entity}, {@code report}, {@code dashboard}, {@code page} or {@code url}
     */
    public record Target(String kind, String name) {}

    public MenuItem {
        roles = List.copyOf(roles);
        items = List.copyOf(items);
    }

    /** Where it leads, by the full name of what it leads to. */
    public Optional<Target> destination() {
        return target.map(to -> to.kind().equals("url") ? to : new Target(to.kind(), origin.fullName(to.name())));
    }
}
