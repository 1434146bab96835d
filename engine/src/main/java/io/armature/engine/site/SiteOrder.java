package io.armature.engine.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant to make.
 *
 * @param packs names of shipped or uploaded packs
 * @param administratorPassword made up when empty
 */
public record SiteOrder(
        String name,
        Set<String> hosts,
        Set<String> origins,
        List<String> packs,
        Optional<String> administratorPassword) {

    public SiteOrder {
        hosts = Set.copyOf(hosts);
        origins = Set.copyOf(origins);
        packs = List.copyOf(packs);
    }
}
