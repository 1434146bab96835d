package io.armature.engine.current;

import java.util.List;

/**
 * A pack of a tenant, as the registry has it.
 *
 * @param digest of its files; the archive is kept under it
 * @param active whether it is part of the model
 * @param consents what its hooks may reach, as somebody has confirmed it
 */
public record InstalledPack(
        String name, String title, String version, String digest, boolean active, List<String> consents) {

    public InstalledPack {
        consents = List.copyOf(consents);
    }
}
