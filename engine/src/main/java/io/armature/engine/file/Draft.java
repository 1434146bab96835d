package io.armature.engine.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A content that was taken in and is not kept yet; gone when closed.
 *
 * @param place where it lies on this machine
 * @param digest SHA-256, in hexadecimal digits
 * @param size in bytes
 */
public record Draft(Path place, String digest, long size) implements AutoCloseable {

    @Override
    public void close() {
        try {
            Files.deleteIfExists(place);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
