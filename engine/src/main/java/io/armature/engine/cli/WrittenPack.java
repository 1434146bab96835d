package io.armature.engine.cli;

import io.armature.metadata.foreign.Application;
import io.armature.metadata.foreign.ApplicationFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of a pack that an import writes. A list of its files stays with them, so that the next import takes away what it
 * does not write again, and nothing that people put beside it.
 */
final class WrittenPack {

    private static final String LIST = ".imported";

    private final Path folder;

    WrittenPack(Path folder) {
        this.folder = folder;
    }

    /** Refuses a folder that holds a pack which no import has written. */
    void check() {
        if (Files.exists(folder.resolve("pack.yaml")) && !Files.exists(folder.resolve(LIST))) {
            throw new Refusal("There is a pack in " + folder
                    + " that no import has written. Choose another folder with --out, or move it away.");
        }
    }

    /** Whether an import has written it. */
    boolean isThere() {
        return Files.exists(folder.resolve(LIST));
    }

    void write(Application application) throws IOException {
        Path list = folder.resolve(LIST);
        if (Files.exists(list)) {
            for (String path : Files.readAllLines(list)) {
                Path file = folder.resolve(path).normalize();
                if (file.startsWith(folder.normalize())) {
                    Files.deleteIfExists(file);
                }
            }
        }
        ApplicationFiles.write(application, folder);
        Files.write(list, List.copyOf(ApplicationFiles.of(application).keySet()));
    }
}
