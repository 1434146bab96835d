package io.armature.metadata.archive;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Reads archives that anybody may have made. Nothing is unpacked to disk. Safe for many threads. */
public final class ArchiveReader {

    private static final int CHUNK = 64 * 1024;

    private final ArchiveLimits limits;

    public ArchiveReader(ArchiveLimits limits) {
        this.limits = limits;
    }

    /**
     * The pack in an archive.
     *
     * @throws ProblemException when the archive is damaged, changed, unsafe or too large
     */
    public PackArchive read(byte[] archive) {
        if (archive.length > limits.packedBytes()) {
            throw tooLarge("more than " + limits.packedBytes() + " bytes");
        }
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                .setCharset(StandardCharsets.UTF_8)
                .get()) {
            return verify(unpack(zip));
        } catch (IOException | IllegalArgumentException notZip) {
            throw tampered("it is not a zip file that can be read (" + notZip.getMessage() + ")");
        }
    }

    private SequencedMap<String, byte[]> unpack(ZipFile zip) throws IOException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        long bytes = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
            if (files.size() >= limits.files()) {
                throw tooLarge("more than " + limits.files() + " files");
            }
            ArchivePaths.check(entry);
            if (files.containsKey(entry.getName())) {
                throw tampered("`" + entry.getName() + "` is in it twice");
            }
            byte[] content = content(zip, entry, limits.bytes() - bytes);
            bytes += content.length;
            files.put(entry.getName(), content);
        }
        return files;
    }

    /** Counts what really comes out, whatever the entry says of itself. */
    private byte[] content(ZipFile zip, ZipArchiveEntry entry, long left) throws IOException {
        long packed = Math.max(entry.getCompressedSize(), 1);
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] chunk = stream.readNBytes(CHUNK);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            while (chunk.length > 0) {
                all.write(chunk);
                if (all.size() > left) {
                    throw tooLarge("more than " + limits.bytes() + " bytes when unpacked");
                }
                if (all.size() > limits.ratioFrom() && all.size() / packed > limits.ratio()) {
                    throw tooLarge("`" + entry.getName() + "` grows more than " + limits.ratio() + " times");
                }
                chunk = stream.readNBytes(CHUNK);
            }
            return all.toByteArray();
        }
    }

    private static PackArchive verify(SequencedMap<String, byte[]> entries) {
        byte[] sumBytes = Optional.ofNullable(entries.remove(ArchiveWriter.SUMS))
                .orElseThrow(() -> tampered("it has no " + ArchiveWriter.SUMS));
        Optional<PackSignature> signature =
                Optional.ofNullable(entries.remove(ArchiveWriter.SIGNATURE)).map(ArchiveReader::signature);
        Sums sums = Sums.read(sumBytes).orElseThrow(() -> tampered(ArchiveWriter.SUMS + " cannot be read"));
        compare(sums, Sums.of(entries));
        if (signature.isPresent() && !signature.get().signs(sumBytes)) {
            throw tampered("the signature does not fit");
        }
        return new PackArchive(new LinkedHashMap<>(new TreeMap<>(entries)), sums.digest(), signature);
    }

    private static void compare(Sums told, Sums found) {
        for (String path : told.files().keySet()) {
            if (!found.files().containsKey(path)) {
                throw tampered("`" + path + "` is missing");
            }
        }
        found.files().forEach((path, sum) -> {
            if (!told.files().containsKey(path)) {
                throw tampered("`" + path + "` was added");
            }
            if (!sum.equals(told.files().get(path))) {
                throw tampered("`" + path + "` was changed");
            }
        });
    }

    private static PackSignature signature(byte[] text) {
        String[] lines = new String(text, StandardCharsets.US_ASCII).strip().split("\\s+");
        if (lines.length != 2) {
            throw tampered(ArchiveWriter.SIGNATURE + " cannot be read");
        }
        return new PackSignature(lines[0], lines[1]);
    }

    static ProblemException tampered(String how) {
        return new ProblemException(Problem.inValue(ProblemCode.PACK_TAMPERED, "", how));
    }

    private static ProblemException tooLarge(String how) {
        return new ProblemException(Problem.inValue(
                ProblemCode.PACK_TOO_LARGE, "", how, "Leave out what is no definition, or split the pack."));
    }
}
