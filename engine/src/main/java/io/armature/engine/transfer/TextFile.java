package io.armature.engine.transfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text as spreadsheets write it: UTF-8, UTF-16 with a mark of byte order, or what Windows used before. */
final class TextFile {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** So much is looked at to tell one from the other, in bytes. */
    private static final int HEAD = 1 << 20;

    private TextFile() {}

    /**
     * @param file one that can be looked at twice
     * @throws IOException when it is no text
     */
    static Reader reader(InputStream file) throws IOException {
        file.mark(HEAD);
        byte[] head = file.readNBytes(HEAD);
        file.reset();
        return new BufferedReader(new InputStreamReader(
                file,
                charset(head)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }

    private static Charset charset(byte[] head) throws IOException {
        if (begins(head, 0xFF, 0xFE) || begins(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        for (byte one : head) {
            if (one == 0) {
                throw new IOException("This is no text");
            }
        }
        return isUtf8(head) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean begins(byte[] head, int first, int second) {
        return head.length > 1 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    /** Whether it can be UTF-8; a character that the end cuts in two says nothing. */
    private static boolean isUtf8(byte[] head) {
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), head.length < HEAD);
        return !result.isError();
    }
}
