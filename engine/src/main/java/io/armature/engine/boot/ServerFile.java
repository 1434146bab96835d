package io.armature.engine.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Tells the command line on this machine where the server is, and lets its owner in. */
final class ServerFile {

    private static final String NAME = "server.json";

    private ServerFile() {}

    /** Writes the file, readable by its owner only. */
    static void write(Path data, String url, String token) {
        Path file = data.resolve(NAME);
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            ObjectMapper json = new ObjectMapper();
            json.writeValue(
                    file.toFile(), json.createObjectNode().put("url", url).put("token", token));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }

    static void delete(Path data) {
        try {
            Files.deleteIfExists(data.resolve(NAME));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot delete " + data.resolve(NAME), failed);
        }
    }
}
