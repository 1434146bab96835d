package io.armature.engine.query.read;

import io.armature.engine.query.sql.Encoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of UTF-8 bytes that knows how JSON writes texts. For one thread. */
public final class JsonBytes {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int ESCAPED_CONTROL = 6;

    private byte[] bytes;
    private int length;

    /** @param capacity a guess at the length, in bytes */
    public JsonBytes(int capacity) {
        bytes = new byte[capacity];
    }

    public int length() {
        return length;
    }

    /** What was written. */
    public byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Hands everything to a stream and begins again. */
    public void drainTo(OutputStream stream) throws IOException {
        stream.write(bytes, 0, length);
        length = 0;
    }

    /** Copies what is there from {@code from} on, as far as the target has room; how many bytes that were. */
    int copy(int from, byte[] target, int offset, int room) {
        int count = Math.min(room, length - from);
        System.arraycopy(bytes, from, target, offset, count);
        return count;
    }

    void clear() {
        length = 0;
    }

    /** Forgets what was written after a point. */
    void truncate(int newLength) {
        length = newLength;
    }

    /** Bytes as they are. */
    public JsonBytes raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    /** ASCII as it is. */
    public JsonBytes ascii(String value) {
        return raw(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    public JsonBytes put(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    public JsonBytes nothing() {
        return raw(NULL);
    }

    /** Bytes that need no escaping, in quotes. */
    public JsonBytes quoted(byte[] value) {
        reserve(value.length + 2);
        bytes[length++] = '"';
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        bytes[length++] = '"';
        return this;
    }

    /** A text. */
    public JsonBytes text(String value) {
        return text(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text in UTF-8, escaped where JSON wants it. */
    public JsonBytes text(byte[] utf8) {
        reserve(utf8.length * ESCAPED_CONTROL + 2);
        bytes[length++] = '"';
        for (byte b : utf8) {
            if (b == '"' || b == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = b;
            } else if (b >= ' ' || b < 0) {
                bytes[length++] = b;
            } else {
                control(b);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private void control(byte b) {
        bytes[length++] = '\\';
        switch (b) {
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[b >> 4];
                bytes[length++] = HEX[b & 15];
            }
        }
    }

    /** PostgreSQL's {@code 2026-01-31 12:00:00} of a time in UTC, as {@code "2026-01-31T12:00:00Z"}. */
    public JsonBytes moment(byte[] timestamp) {
        reserve(timestamp.length + 3);
        bytes[length++] = '"';
        for (byte b : timestamp) {
            bytes[length++] = b == ' ' ? (byte) 'T' : b;
        }
        bytes[length++] = 'Z';
        bytes[length++] = '"';
        return this;
    }

    /** A value as PostgreSQL sends it, in quotes. */
    JsonBytes packed(Encoding encoding, byte[] value) {
        reserve(PackedText.LONGEST + 2);
        bytes[length++] = '"';
        length = PackedText.write(encoding, value, bytes, length);
        bytes[length++] = '"';
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
