package io.armature.engine.file;

import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Contents in a folder, which all nodes share: {@code <folder>/<tenant>/ab/ab12…}. A content appears whole or not at all, and is
 * on the disk when it does.
 */
public final class DiskBlobs implements BlobStore {

    private static final int BUFFER = 64 * 1024;
    private static final String DRAFTS = "drafts";

    private final Path folder;

    public DiskBlobs(Path folder) {
        this.folder = folder;
    }

    @Override
    public Draft draft(Tenant tenant, InputStream content, long most) throws IOException {
        Path drafts = Files.createDirectories(folder.resolve(tenant.schema()).resolve(DRAFTS));
        Path place = Files.createTempFile(drafts, "draft", "");
        boolean done = false;
        try {
            Draft draft = copy(content, place, most);
            done = true;
            return draft;
        } finally {
            if (!done) {
                Files.deleteIfExists(place);
            }
        }
    }

    private static Draft copy(InputStream content, Path place, long most) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new ProblemException(Problem.inValue(ProblemCode.UPLOAD_TOO_LARGE, "", String.valueOf(most)));
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            channel.force(true);
        }
        return new Draft(place, HexFormat.of().formatHex(digest.digest()), size);
    }

    @Override
    public void keep(Tenant tenant, Draft draft) throws IOException {
        Path place = place(tenant, draft.digest());
        Files.createDirectories(place.getParent());
        Files.move(draft.place(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public InputStream open(Tenant tenant, String digest, long from, long length) throws IOException {
        try {
            FileChannel channel = FileChannel.open(place(tenant, digest), StandardOpenOption.READ);
            channel.position(from);
            return new BufferedInputStream(new Part(Channels.newInputStream(channel), length), BUFFER);
        } catch (NoSuchFileException gone) {
            throw new FileNotFoundException(digest);
        }
    }

    @Override
    public void delete(Tenant tenant, String digest) throws IOException {
        Files.deleteIfExists(place(tenant, digest));
    }

    @Override
    public void forget(Tenant tenant) throws IOException {
        Path all = folder.resolve(tenant.schema());
        if (Files.exists(all)) {
            List<Path> paths;
            try (Stream<Path> walked = Files.walk(all)) {
                paths = walked.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        }
    }

    private Path place(Tenant tenant, String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a digest: " + digest);
        }
        return folder.resolve(tenant.schema()).resolve(digest.substring(0, 2)).resolve(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
