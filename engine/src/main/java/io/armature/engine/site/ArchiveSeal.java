package io.armature.engine.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 in hexadecimal digits that ends an archive. It tells damage, not who wrote it. */
final class ArchiveSeal {

    static final int LENGTH = 64;

    static final String BLANK = "-".repeat(LENGTH);

    private static final int BUFFER = 64 * 1024;

    private ArchiveSeal() {}

    /** Whether the archive is byte for byte what was written. */
    static boolean holds(Path archive) throws IOException {
        long sealed = Files.size(archive) - LENGTH;
        if (sealed < 0) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(archive)) {
            MessageDigest digest = digest();
            byte[] buffer = new byte[BUFFER];
            for (long left = sealed; left > 0; ) {
                int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return false;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
            String seal = new String(bytes.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
            return seal.equals(HexFormat.of().formatHex(digest.digest()));
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
