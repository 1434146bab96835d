package io.armature.engine.site;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Replaces the last bytes of what is written by the digest of all that came before them. A ZIP ends with its comment,
 * so an archive whose comment is {@link ArchiveSeal#BLANK} stays a sound ZIP, and no byte of it can turn unnoticed:
 * the checksums of its entries leave out their names and the table at its end.
 */
final class SealedOutput extends FilterOutputStream {

    private final MessageDigest digest = ArchiveSeal.digest();
    private byte[] held = {};
    private boolean closed;

    SealedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        byte[] all = Arrays.copyOf(held, held.length + length);
        System.arraycopy(bytes, from, all, held.length, length);
        int sure = Math.max(0, all.length - ArchiveSeal.LENGTH);
        digest.update(all, 0, sure);
        out.write(all, 0, sure);
        held = Arrays.copyOfRange(all, sure, all.length);
    }

    /** An archive that broke off gets no seal: its writer closes this as well, but what is held is no comment then. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            boolean whole = ArchiveSeal.BLANK.equals(new String(held, StandardCharsets.ISO_8859_1));
            out.write(whole ? HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII) : held);
            super.close();
        }
    }
}
