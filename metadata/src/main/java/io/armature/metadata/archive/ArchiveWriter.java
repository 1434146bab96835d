package io.armature.metadata.archive;

import io.armature.metadata.archive.PackSignature.SigningKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds archives: entries sorted, times fixed, so that the same files give the same bytes. */
public final class ArchiveWriter {

    static final String SUMS = "META-INF/sums.json";
    static final String SIGNATURE = "META-INF/signature";

    /** The first moment that zip can tell. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * The archive's bytes.
     *
     * @param files by path inside the pack
     * @param keys sign it, if given
     */
    public byte[] write(Map<String, byte[]> files, Optional<SigningKeys> keys) {
        byte[] sums = Sums.of(files).bytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            add(zip, SUMS, sums);
            if (keys.isPresent()) {
                PackSignature signature = PackSignature.sign(sums, keys.get());
                add(zip, SIGNATURE, text(signature));
            }
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(PackSignature signature) {
        return (signature.publicKey() + "\n" + signature.signature() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static void add(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
