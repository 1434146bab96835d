package io.armature.engine.pack;

import io.armature.metadata.archive.PackArchive;
import java.util.function.Function;

/** What can be asked for with packs. */
public enum PackVerb {
    INSTALL,
    UPGRADE,
    UNINSTALL,
    ACTIVATE,
    DEACTIVATE;

    /**
     * The change that this verb means for one pack.
     *
     * @param archives finds what a name of an archive stands for
     */
    public PackChange change(String pack, Function<String, PackArchive> archives) {
        return switch (this) {
            case INSTALL, UPGRADE -> new PackChange.Install(archives.apply(pack));
            case UNINSTALL -> new PackChange.Uninstall(pack);
            case ACTIVATE -> new PackChange.Activate(pack);
            case DEACTIVATE -> new PackChange.Deactivate(pack);
        };
    }
}
