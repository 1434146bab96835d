package io.armature.engine.audit;

import io.armature.engine.audit.TrailStore.Mark;
import io.armature.engine.audit.TrailStore.Stored;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Makes what stands for rows that are gone or were made to forget. */
final class Marks {

    static final String EXPIRED = "expired";
    static final String ERASED = "erased";

    private Marks() {}

    static Mark of(Stored row, String reason, Optional<byte[]> key) {
        Mark unsigned = new Mark(row.row().id(), row.mark(), reason, Optional.empty());
        return new Mark(unsigned.id(), unsigned.mark(), reason, key.map(secret -> sign(secret, unsigned)));
    }

    static byte[] sign(byte[] key, Mark mark) {
        String text =
                "mark:" + mark.id() + ":" + mark.reason() + ":" + HexFormat.of().formatHex(mark.mark());
        return AuditRow.sign(key, text.getBytes(StandardCharsets.US_ASCII));
    }
}
