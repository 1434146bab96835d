package io.armature.engine.site;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.armature.engine.current.InstalledPack;
import io.armature.engine.vault.PortableKey;
import java.util.List;
import java.util.Map;

/**
 * What an archive of a tenant says of itself, first of all.
 *
 * @param format counts the forms that archives have had
 * @param migrated the engine's own tables that it comes from
 * @param keys of the tenant, wrapped
 * @param tables the columns in it, by table
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SiteManifest(
        int format,
        String tenant,
        String exportedAt,
        String migrated,
        List<InstalledPack> packs,
        List<PortableKey> keys,
        Map<String, List<String>> tables) {

    static final int FORMAT = 1;

    static final String ENTRY = "site.json";
    static final String PACKS = "packs/";
    static final String TABLES = "tables/";
    static final String END = "end.json";
}
