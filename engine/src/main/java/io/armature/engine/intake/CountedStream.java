package io.armature.engine.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read. */
final class CountedStream extends FilterInputStream {

    private volatile long count;

    CountedStream(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        add(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        long skipped = super.skip(most);
        add(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(long more) {
        count = count + more; // One thread reads; others only look.
    }
}
