package io.armature.engine.query.request;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads cursors: what the last record of a page has in the order of its list, signed together with the
 * tenant and everything that makes the list what it is. A cursor of another list, another tenant, or made by hand is
 * refused. Safe for many threads.
 */
public final class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final int EMPTY = -1;

    /** Longer than any cursor made here for values worth sorting by. */
    private static final int MAXIMUM_LENGTH = 64 * 1024;

    /** Only copied: making one anew costs more than the signature. */
    private final Mac prototype;

    /** @param key shared by all nodes, secret to everybody else */
    public Cursors(byte[] key) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    /**
     * A cursor.
     *
     * @param values of the last record, as PostgreSQL writes them, in the list's order; null where empty
     */
    public String write(String tenant, RecordQuery query, List<byte @Nullable []> values) {
        byte[] payload = pack(values);
        byte[] signed = Arrays.copyOf(sign(tenant, query, payload), SIGNATURE_BYTES + payload.length);
        System.arraycopy(payload, 0, signed, SIGNATURE_BYTES, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /**
     * The values in a cursor; null where empty.
     *
     * @throws ProblemException when it was not made here for this list
     */
    public List<@Nullable String> read(String tenant, RecordQuery query, String cursor) {
        try {
            if (cursor.length() <= MAXIMUM_LENGTH) {
                byte[] signed = Base64.getUrlDecoder().decode(cursor);
                byte[] payload = Arrays.copyOfRange(signed, Math.min(SIGNATURE_BYTES, signed.length), signed.length);
                byte[] signature = Arrays.copyOf(signed, SIGNATURE_BYTES);
                if (MessageDigest.isEqual(signature, sign(tenant, query, payload))) {
                    return unpack(payload);
                }
            }
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            throw new ProblemException(invalid());
        }
        throw new ProblemException(invalid());
    }

    private static Problem invalid() {
        return Problem.inValue(ProblemCode.INVALID_CURSOR, "cursor");
    }

    private static byte[] pack(List<byte @Nullable []> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (byte @Nullable [] value : values) {
                out.writeInt(value == null ? EMPTY : value.length);
                if (value != null) {
                    out.write(value);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<@Nullable String> unpack(byte[] payload) {
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        List<@Nullable String> values = new ArrayList<>();
        while (buffer.hasRemaining()) {
            int length = buffer.getInt();
            if (length == EMPTY) {
                values.add(null);
            } else {
                byte[] value = new byte[length];
                buffer.get(value);
                values.add(new String(value, StandardCharsets.UTF_8));
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** Everything that decides which records a list has and in which order; not what is told of each, nor how many. */
    private byte[] sign(String tenant, RecordQuery query, byte[] payload) {
        String list = String.join(
                "\0",
                tenant,
                query.entity(),
                query.filter().orElse(""),
                query.sort().toString(),
                query.search().orElse(""),
                query.deletion().text(),
                query.asOf().map(Object::toString).orElse(""),
                "");
        Mac mac = copy();
        mac.update(list.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
    }

    private Mac copy() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(ALGORITHM + " can be copied on every Java platform", impossible);
        }
    }
}
