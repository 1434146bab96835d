package io.armature.engine.current;

import io.armature.engine.db.Database;
import io.armature.metadata.archive.ArchiveLimits;
import io.armature.metadata.archive.ArchiveReader;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The definitions of packs by digest, read once and remembered while there is memory. Safe for many threads. */
public final class PackLibrary {

    private final Database database;
    private final PackReader reader = new PackReader();
    private final ArchiveReader archives = new ArchiveReader(ArchiveLimits.USUAL);
    private final Map<String, SoftReference<PackSource>> remembered = new ConcurrentHashMap<>();

    public PackLibrary(Database database) {
        this.database = database;
    }

    /** The definitions in an archive at hand. */
    public PackSource read(PackArchive archive) {
        return remembered(archive.digest()) instanceof PackSource known ? known : remember(archive);
    }

    /** The definitions of an installed pack. */
    public PackSource load(String digest) {
        if (remembered(digest) instanceof PackSource known) {
            return known;
        }
        byte[] bytes = database.direct(sql -> PackRegistry.archive(sql, digest))
                .orElseThrow(() -> new IllegalStateException("The archive " + digest + " is not kept"));
        return remember(archives.read(bytes));
    }

    private PackSource remember(PackArchive archive) {
        PackSource source = reader.read(archive.files());
        remembered.put(archive.digest(), new SoftReference<>(source));
        return source;
    }

    private @Nullable PackSource remembered(String digest) {
        SoftReference<PackSource> reference = remembered.get(digest);
        return reference == null ? null : reference.get();
    }
}
