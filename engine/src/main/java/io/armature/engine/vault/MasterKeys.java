package io.armature.engine.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The master keys of this node: the first one wraps, all of them unwrap. They come from the environment, where several
 * nodes need the same, else from a file that only its owner can read, made when it is not there. Safe for many threads.
 */
public final class MasterKeys {

    private static final String FILE = "master.key";
    private static final String OWNER_ONLY = "rw-------";

    private final Optional<Path> file;
    private volatile List<MasterKey> keys;

    private MasterKeys(Optional<Path> file, List<MasterKey> keys) {
        this.file = file;
        this.keys = List.copyOf(keys);
    }

    /**
     * The keys of a node.
     *
     * @param environment keys in Base64, separated by commas, the one to wrap with first
     * @param data the folder of the file
     * @throws IllegalArgumentException when one is not 32 bytes in Base64
     */
    public static MasterKeys of(Optional<String> environment, Path data) {
        if (environment.isPresent()) {
            return new MasterKeys(
                    Optional.empty(), read(Arrays.asList(environment.get().split(","))));
        }
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(data);
                create(file, MasterKey.of(random()).text());
            }
            return new MasterKeys(Optional.of(file), read(Files.readAllLines(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read or write " + file, failed);
        }
    }

    MasterKey current() {
        return keys.getFirst();
    }

    Optional<MasterKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** Whether a new key can be made here; keys of the environment are made by whoever sets it. */
    boolean canGrow() {
        return file.isPresent();
    }

    /** Makes a key, which wraps from now on; those before it stay to unwrap what they have wrapped. */
    synchronized MasterKey grow() {
        Path path = file.orElseThrow(() -> new IllegalStateException("The master keys come from the environment"));
        MasterKey fresh = MasterKey.of(random());
        List<MasterKey> all = new ArrayList<>(keys);
        all.addFirst(fresh);
        try {
            Path next = path.resolveSibling(FILE + ".new");
            Files.deleteIfExists(next);
            create(next, String.join("\n", all.stream().map(MasterKey::text).toList()));
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + path, failed);
        }
        keys = List.copyOf(all);
        return fresh;
    }

    private static void create(Path file, String text) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            Files.writeString(file, text + "\n");
        } catch (FileAlreadyExistsException madeByAnother) {
            // Another process was quicker; what it wrote is read next.
        }
    }

    private static List<MasterKey> read(List<String> lines) {
        List<MasterKey> keys = lines.stream()
                .filter(line -> !line.isBlank())
                .map(MasterKey::read)
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("No master key is given");
        }
        return keys;
    }

    private static byte[] random() {
        byte[] bytes = new byte[MasterKey.LENGTH];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
