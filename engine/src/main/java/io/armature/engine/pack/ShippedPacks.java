package io.armature.engine.pack;

import io.armature.metadata.archive.ArchiveLimits;
import io.armature.metadata.archive.ArchiveReader;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.read.PackReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The packs that come with the engine, and others that stand in this machine's folders. */
public final class ShippedPacks {

    private final Optional<Path> folder;

    /** @param folder of the shipped packs, if there are any */
    public ShippedPacks(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Those of the distribution that this process runs from. */
    public static ShippedPacks ofThisProcess() {
        return new ShippedPacks(
                Optional.ofNullable(System.getProperty("armature.home")).map(home -> Path.of(home, "packs")));
    }

    /** The names of the shipped packs. */
    public List<String> names() {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> packs = Files.list(folder.get())) {
            return packs.filter(pack -> Files.exists(pack.resolve("pack.yaml")))
                    .map(pack -> pack.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The folder of the shipped pack of that name. */
    public Optional<Path> folder(String name) {
        return folder.map(shipped -> shipped.resolve(name)).filter(pack -> Files.exists(pack.resolve("pack.yaml")));
    }

    /** The shipped pack of that name. */
    public Optional<PackArchive> shipped(String name) {
        return names().contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /**
     * The pack of that name, or in that folder or archive.
     *
     * @throws ProblemException when there is none
     */
    public PackArchive read(String name) {
        Path path = folder.map(shipped -> shipped.resolve(name))
                .filter(Files::isDirectory)
                .orElse(Path.of(name));
        if (Files.isDirectory(path)) {
            return PackArchive.of(new PackReader().read(path).files());
        }
        if (!Files.isRegularFile(path)) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.PACK_NOT_FOUND, "", name, "Shipped are: " + String.join(", ", names())));
        }
        try {
            return new ArchiveReader(ArchiveLimits.USUAL).read(Files.readAllBytes(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
