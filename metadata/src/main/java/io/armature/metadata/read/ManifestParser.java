package io.armature.metadata.read;

import io.armature.metadata.definition.PackGrants;
import io.armature.metadata.definition.PackManifest;

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
                entries.map());
    }
}
