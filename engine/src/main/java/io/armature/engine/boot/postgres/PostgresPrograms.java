package io.armature.engine.boot.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for this machine, unpacked once into a folder. */
final class PostgresPrograms {

    private static final int EXECUTABLE = 0100;

    private PostgresPrograms() {}

    /** Unpacks the programs unless they are there: whole or not at all, whenever it is interrupted. */
    static void unpack(Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path half = folder.resolveSibling(folder.getFileName() + ".half");
        try {
            Folders.delete(half);
            Files.createDirectories(half);
            try (TarArchiveInputStream archive = open()) {
                for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    unpack(archive, entry, half);
                }
            }
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked into " + folder, failed);
        }
    }

    private static TarArchiveInputStream open() throws IOException {
        String name = "/postgres-" + system() + "-" + processor() + ".txz";
        InputStream packed = PostgresPrograms.class.getResourceAsStream(name);
        if (packed == null) {
            throw new IOException("There is no embedded PostgreSQL for this machine (" + name
                    + "): name a database by ARMATURE_DB_URL");
        }
        return new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)));
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        try (OutputStream file = Files.newOutputStream(target)) {
            archive.transferTo(file);
        }
        if ((entry.getMode() & EXECUTABLE) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }
}
