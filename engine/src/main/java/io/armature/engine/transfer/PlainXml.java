package io.armature.engine.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * XML as workbooks are made of: tags and short texts. Refuses what is longer than any cell, and what can hide it: comments,
 * unparsed texts, declarations.
 */
final class PlainXml extends FilterInputStream {

    private static final long MOST_BYTES = 1L << 30;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int PROLOGUE = 200;

    private long count;
    private int run;
    private boolean opened;

    PlainXml(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        for (int i = from; i < from + read; i++) {
            look(into[i]);
        }
        return read;
    }

    /** Bytes that are nothing stand between the signs of texts in UTF-16. */
    private void look(byte sign) {
        count++;
        if (count > MOST_BYTES) {
            throw WorkbookCheck.unreadable("a part of it is longer than " + MOST_BYTES + " bytes");
        }
        if (sign == 0) {
            return;
        }
        if (opened && (sign == '!' || sign == '?' && count > PROLOGUE)) {
            throw WorkbookCheck.unreadable("it holds comments, unparsed texts or declarations");
        }
        opened = sign == '<';
        run = sign == '<' || sign == '>' ? 0 : run + 1;
        if (run > LONGEST_TEXT) {
            throw WorkbookCheck.unreadable("a text in it is longer than " + LONGEST_TEXT + " bytes");
        }
    }

    @Override
    public long skip(long most) throws IOException {
        throw new IOException("Nothing is skipped");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
