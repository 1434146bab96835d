package io.armature.engine.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch of rows, sealed on top of the batch before.
 *
 * @param number counted from 1
 * @param digest SHA-256 over the digest before, the number, and each row's id and mark
 * @param mac proves that somebody with the key has sealed it
 * @param upto all rows of transactions before this one are sealed
 * @param gone what became of the rows when all of them were over
 */
record Seal(
        long number, Instant at, List<UUID> rows, byte[] digest, Optional<byte[]> mac, long upto, Optional<Gone> gone) {

    /** What the first seal stands on. */
    static final byte[] BEGINNING = new byte[32];

    Seal {
        rows = List.copyOf(rows);
    }

    /**
     * All rows are gone, because their time was over.
     *
     * @param rows how many they were
     * @param mac proves that somebody with the key has taken them away
     */
    record Gone(int rows, Optional<byte[]> mac) {}

    /** The same, whose rows are gone. */
    Seal withoutRows(Optional<byte[]> key) {
        Gone unsigned = new Gone(rows.size(), Optional.empty());
        return new Seal(
                number,
                at,
                List.of(),
                digest,
                mac,
                upto,
                Optional.of(new Gone(rows.size(), key.map(secret -> sign(secret, unsigned)))));
    }

    /** What proves that the rows were taken away by somebody with the key. */
    byte[] sign(byte[] key, Gone taken) {
        String text =
                "gone:" + number + ":" + taken.rows() + ":" + HexFormat.of().formatHex(digest);
        return AuditRow.sign(key, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Names the seal and all before it; whoever keeps it elsewhere can tell later that nothing was cut off. */
    String head() {
        return number + ":" + HexFormat.of().formatHex(digest);
    }

    /** Computes a digest row by row. */
    static final class Digest {

        private final MessageDigest sha256 = AuditRow.sha256();

        Digest(byte[] before, long number) {
            sha256.update(before);
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }

        void add(UUID id, byte[] mark) {
            sha256.update(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .putInt(mark.length)
                    .array());
            sha256.update(mark);
        }

        byte[] finish() {
            return sha256.digest();
        }
    }
}
