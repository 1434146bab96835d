package io.armature.engine.boot;

import io.armature.engine.pack.ShippedPacks;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.definition.PackManifest;
import io.armature.metadata.read.PackReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what packs require: among each other, and among the shipped ones. */
final class RequiredPacks {

    private final PackReader reader = new PackReader();
    private final ShippedPacks shipped = ShippedPacks.ofThisProcess();
    private final Map<String, PackArchive> named = new HashMap<>();

    RequiredPacks(Collection<PackArchive> packs) {
        packs.forEach(pack -> named.put(manifest(pack).name(), pack));
    }

    /** What a pack requires, and what that requires; what is nowhere is left for the installer to tell. */
    List<PackArchive> of(PackArchive pack) {
        Map<String, PackArchive> found = new LinkedHashMap<>();
        Deque<PackArchive> waiting = new ArrayDeque<>(List.of(pack));
        while (!waiting.isEmpty()) {
            for (String needed : manifest(waiting.remove()).requires().keySet()) {
                Optional<PackArchive> archive =
                        Optional.ofNullable(named.get(needed)).or(() -> shipped.shipped(needed));
                if (archive.isPresent() && found.putIfAbsent(needed, archive.get()) == null) {
                    waiting.add(archive.get());
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private PackManifest manifest(PackArchive pack) {
        return reader.read(pack.files()).manifest();
    }
}
