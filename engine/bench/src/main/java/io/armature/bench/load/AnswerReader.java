package io.armature.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds where an HTTP/1.1 answer ends and which status it has; looks at nothing else. For one connection. */
final class AnswerReader {
    private static final int MOST_HEAD = 16 * 1024;
    private static final String LENGTH = "\r\ncontent-length:";
    private static final String CHUNKED = "\r\ntransfer-encoding: chunked";
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int HEXADECIMAL = 16;

    private enum Part {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        TRAILER
    }

    private final byte[] line = new byte[MOST_HEAD];
    private int lineLength;
    private Part part = Part.HEAD;
    private long left;
    private int status;

    /** Takes what came; true once the answer is complete. What follows it stays in the buffer. */
    boolean complete(ByteBuffer came) {
        while (came.hasRemaining()) {
            boolean complete = switch (part) {
                case HEAD -> endsWith(came, "\r\n\r\n") && head();
                case BODY -> skipped(came);
                case CHUNK_SIZE -> endsWith(came, "\r\n") && chunkSize();
                case CHUNK -> {
                    if (skipped(came)) {
                        part = Part.CHUNK_SIZE;
                    }
                    yield false;
                }
                case TRAILER -> endsWith(came, "\r\n") && trailer();
            };
            if (complete) {
                part = Part.HEAD;
                return true;
            }
        }
        return false;
    }

    /** Of the answer that was completed last. */
    int status() {
        return status;
    }

    private boolean head() {
        String head = take().toLowerCase(Locale.ROOT);
        status = Integer.parseInt(head.substring(STATUS_AT, STATUS_AT + 3));
        int length = head.indexOf(LENGTH);
        if (length >= 0) {
            int from = length + LENGTH.length();
            left = Long.parseLong(head.substring(from, head.indexOf('\r', from)).strip());
            part = Part.BODY;
            return left == 0;
        }
        part = Part.CHUNK_SIZE;
        return !head.contains(CHUNKED);
    }

    private boolean skipped(ByteBuffer came) {
        int skip = (int) Math.min(left, came.remaining());
        came.position(came.position() + skip);
        left -= skip;
        return left == 0;
    }

    /** A chunk and the line break after it are skipped together. */
    private boolean chunkSize() {
        long size = Long.parseLong(take().strip(), HEXADECIMAL);
        part = size == 0 ? Part.TRAILER : Part.CHUNK;
        left = size + 2;
        return false;
    }

    private boolean trailer() {
        return take().isBlank();
    }

    private String take() {
        String text = new String(line, 0, lineLength, StandardCharsets.ISO_8859_1);
        lineLength = 0;
        return text;
    }

    private boolean endsWith(ByteBuffer came, String end) {
        while (came.hasRemaining()) {
            line[lineLength++] = came.get();
            if (line[lineLength - 1] == '\n' && ends(end)) {
                return true;
            }
        }
        return false;
    }

    private boolean ends(String end) {
        int from = lineLength - end.length();
        for (int i = 0; i < end.length(); i++) {
            if (from < 0 || line[from + i] != end.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
