package io.armature.engine.current;

import io.armature.metadata.archive.PackArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pack {@code sys}, which describes the engine's own tables and is part of every model. */
final class BuiltInPack {

    private static final String MANIFEST = "/packs/sys/pack.yaml";

    private BuiltInPack() {}

    static PackArchive read() {
        URL manifest = Objects.requireNonNull(BuiltInPack.class.getResource(MANIFEST), MANIFEST);
        try {
            URI address = manifest.toURI();
            if (!address.getScheme().equals("jar")) {
                return PackArchive.of(files(Path.of(address).resolveSibling("")));
            }
            try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
                return PackArchive.of(files(jar.getPath(MANIFEST).resolveSibling("")));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("The built-in pack cannot be read", unreadable);
        }
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .forEach(
                            path -> files.put(folder.relativize(path).toString().replace('\\', '/'), bytes(path)));
        }
        return files;
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
