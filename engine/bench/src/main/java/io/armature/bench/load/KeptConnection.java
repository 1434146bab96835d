package io.armature.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection with at most one request under way. For one thread. */
final class KeptConnection implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final AnswerReader answer = new AnswerReader();
    private ByteBuffer request = ByteBuffer.allocate(0);
    private long sentAt;

    KeptConnection(int port, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(byte[] bytes) throws IOException {
        request = ByteBuffer.wrap(bytes);
        sentAt = System.nanoTime();
        write();
    }

    /** Goes on with what the connection is ready for; true once the answer is complete. */
    boolean proceed() throws IOException {
        if (request.hasRemaining()) {
            write();
        }
        if (channel.read(buffer.clear()) < 0) {
            throw new EOFException("The service closed the connection");
        }
        return answer.complete(buffer.flip());
    }

    int status() {
        return answer.status();
    }

    /** Nanoseconds since the request was sent. */
    long taken() {
        return System.nanoTime() - sentAt;
    }

    private void write() throws IOException {
        channel.write(request);
        key.interestOps(request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
