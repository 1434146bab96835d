package io.armature.bench.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** The pack that is measured. */
final class BenchPack {
    private static final List<String> FILES =
            List.of("pack.yaml", "entities/customer.yaml", "entities/invoice.yaml", "entities/invoice_line.yaml");

    private BenchPack() {}

    /** Writes its files into a folder, and returns that. */
    static Path unpack(Path folder) throws IOException {
        for (String file : FILES) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            try (InputStream source = Objects.requireNonNull(BenchPack.class.getResourceAsStream("/pack/" + file))) {
                Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder;
    }
}
