package io.armature.engine.pack;

import io.armature.metadata.definition.PackGrants;
import java.util.Optional;

/**
 * What a plan does with one pack.
 *
 * @param from the installed version
 * @param to the version afterwards
 * @param digest of the files afterwards
 * @param grants what its hooks may reach afterwards
 */
public record PackStep(
        String pack,
        Action action,
        Optional<String> from,
        Optional<String> to,
        Optional<String> digest,
        Optional<PackGrants> grants) {

    /** Kinds of step. */
    public enum Action {
        INSTALL,
        UPGRADE,
        DOWNGRADE,
        /** The same version with other files, as while a pack is being written. */
        REPLACE,
        UNINSTALL,
        ACTIVATE,
        DEACTIVATE
    }
}
