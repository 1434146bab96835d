package io.armature.metadata.read;

import io.armature.metadata.definition.PackGrants;
import io.armature.metadata.definition.PackManifest;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** {@code pack.yaml}. */
final class ManifestParser implements DefinitionParser {

    @Override
    public PackManifest parse(String name, Entries entries) {
        Entries grants = entries.inner("grants");
        String pack = entries.text("pack", name);
        return new PackManifest(
                pack,
                entries.origin(),
                entries.text("version", "0.0.0"),
                entries.text("title", pack),
                entries.text("description"),
                entries.text("license"),
                entries.text("engine", "*"),
                entries.textEntries("requires"),
                new PackGrants(
                        grants.texts("http"),
                        grants.flag("mail", false),
                        grants.flag("files", false),
                        grants.flag("ai", false),
                        grants.flag("sudo", false)),
                limits(entries.inner("limits")),
                entries.map());
    }

    private static SequencedMap<String, Long> limits(Entries limits) {
        SequencedMap<String, Long> values = new LinkedHashMap<>();
        limits.map().entries().keySet().forEach(name -> values.put(name, (long) limits.integer(name, 0)));
        return values;
    }
}
