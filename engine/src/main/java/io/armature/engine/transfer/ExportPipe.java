package io.armature.engine.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes from one thread to another, a few blocks at a time: a slow reader slows the writer, and one that goes away
 * stops it.
 */
public final class ExportPipe extends InputStream {
    private static final int BLOCK = 32 * 1024;
    private static final int BLOCKS = 4;
    private static final int LOOK_MILLISECONDS = 200;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(BLOCKS);
    private final Sink sink = new Sink();
    private volatile boolean abandoned;
    private volatile @Nullable Throwable failure;
    private byte[] current = END;
    private int position;
    private boolean ended;
    private boolean begun;

    /** Where the writer writes. */
    public OutputStream sink() {
        return sink;
    }

    /** The writer is done; with a failure the reader gets to know it. */
    public void end(@Nullable Throwable why) {
        failure = why;
        try {
            if (why == null) {
                sink.flush();
            }
            offer(END);
        } catch (IOException nobodyReads) {
            abandoned = true;
        }
    }

    /** Waits for the first bytes; what went wrong before them, or null. */
    public @Nullable Throwable failureBeforeFirst() throws IOException {
        fill();
        return ended ? failure : null;
    }

    @Override
    public int read() throws IOException {
        return fill() ? current[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (position == current.length && !ended) {
            try {
                current = blocks.take();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while waiting for rows");
            }
            position = 0;
            ended = current == END;
        }
        Throwable why = failure;
        if (ended && why != null && begun) {
            throw new IOException("The export broke off", why);
        }
        begun = true;
        return !ended;
    }

    @Override
    public void close() {
        abandoned = true;
        blocks.clear();
    }

    private void offer(byte[] block) throws IOException {
        try {
            while (!blocks.offer(block, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                if (abandoned) {
                    throw new IOException("Nobody reads the export any more");
                }
            }
            if (abandoned) {
                throw new IOException("Nobody reads the export any more");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for the reader");
        }
    }

    private final class Sink extends OutputStream {
        private final byte[] block = new byte[BLOCK];
        private int length;

        @Override
        public void write(int value) throws IOException {
            if (length == BLOCK) {
                flush();
            }
            block[length++] = (byte) value;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            int done = 0;
            while (done < count) {
                if (length == BLOCK) {
                    flush();
                }
                int part = Math.min(BLOCK - length, count - done);
                System.arraycopy(bytes, offset + done, block, length, part);
                length += part;
                done += part;
            }
        }

        @Override
        public void flush() throws IOException {
            if (length > 0) {
                byte[] full = Arrays.copyOf(block, length);
                length = 0;
                offer(full);
            }
        }
    }
}
