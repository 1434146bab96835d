package io.armature.engine.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The front end's files: read from the disk each time, so that a new build shows with the next request. */
public final class PageFiles {

    private static final String START = "index.html";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    /** How a body may be packed, the best first, and how such a file's name goes on. */
    private static final List<Packing> PACKINGS = List.of(new Packing("br", ".br"), new Packing("gzip", ".gz"));

    private final Optional<Path> folder;

    private record Packing(String name, String suffix) {}

    /**
     * A file as it is sent.
     *
     * @param packing the name of its encoding, if it has one
     * @param lasting whether what stands under its name never changes
     */
    public record PageFile(byte[] bytes, String type, Optional<String> packing, boolean lasting) {}

    /** @param folder the built front end, if there is one */
    public PageFiles(Optional<Path> folder) {
        this.folder = folder.map(path -> path.toAbsolutePath().normalize());
    }

    /** Those of the distribution that this process runs from. */
    public static PageFiles ofThisProcess() {
        return new PageFiles(Optional.ofNullable(System.getProperty("armature.home"))
                .map(home -> Path.of(home, "web"))
                .filter(Files::isDirectory));
    }

    /** Whether there is a front end at all. */
    public boolean arePresent() {
        return folder.isPresent();
    }

    /**
     * The file at a path, or the start page for an address of the front end's own.
     *
     * @param path as in a request, plain
     * @param accepted the encodings that the caller takes, as its header says it
     */
    public Optional<PageFile> at(String path, String accepted) {
        return folder.flatMap(root -> {
            String name = isFile(path) ? path.substring(1) : START;
            Path file = root.resolve(name).normalize();
            return file.startsWith(root) ? read(file, name, accepted) : Optional.empty();
        });
    }

    /** Addresses of the front end's own may have points, as names do that have a pack before them. */
    private static boolean isFile(String path) {
        int point = path.lastIndexOf('.');
        return point > path.lastIndexOf('/')
                && (isLasting(path.substring(1)) || TYPES.containsKey(path.substring(point + 1)));
    }

    private static Optional<PageFile> read(Path file, String name, String accepted) {
        Optional<String> type = Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        return type.flatMap(known -> PACKINGS.stream()
                .filter(packing -> accepted.contains(packing.name()))
                .flatMap(packing -> bytes(file.resolveSibling(file.getFileName() + packing.suffix())).stream()
                        .map(bytes -> new PageFile(bytes, known, Optional.of(packing.name()), isLasting(name))))
                .findFirst()
                .or(() -> bytes(file).map(bytes -> new PageFile(bytes, known, Optional.empty(), isLasting(name)))));
    }

    /** The build puts a digest into the names of these. */
    private static boolean isLasting(String name) {
        return name.startsWith("assets/");
    }

    private static Optional<byte[]> bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
