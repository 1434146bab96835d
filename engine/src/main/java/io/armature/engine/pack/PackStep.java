package io.armature.engine.pack;

import io.armature.metadata.definition.PackGrants;
import java.util.List;
import java.util.Optional;

/**
 * What a plan does with one pack.
 *
 * @param from the installed version
 * @param to the version afterwards
 * @param digest of the files afterwards
 * @param grants what its hooks may reach afterwards
 * @param asked those of them that nobody has confirmed yet
 */
public record PackStep(
        String pack,
        Action action,
        Optional<String> from,
        Optional<String> to,
        Optional<String> digest,
        Optional<PackGrants> grants,
        List<String> asked) {

    public PackStep {
        asked = List.copyOf(asked);
    }

    /** What has to be confirmed, each with the pack's name: {@code crm:mail}. */
    public List<String> consents() {
        return asked.stream().map(name -> pack + ":" + name).toList();
    }

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
