package io.armature.engine.testing

import groovy.transform.CompileStatic

import static java.nio.charset.StandardCharsets.ISO_8859_1

/** One kept connection that asks and waits, with next to no work of its own: for specs that measure the server. */
@CompileStatic
final class PlainConnection implements AutoCloseable {
    private final Socket socket
    private final DataInputStream answers
    private final URI server

    PlainConnection(URI server) {
        this.server = server
        socket = new Socket(server.host, server.port)
        socket.tcpNoDelay = true
        answers = new DataInputStream(new BufferedInputStream(socket.inputStream, 65_536))
    }

    /** The bytes of one request, to be sent many times. */
    byte[] request(String path, Map<String, String> headers) {
        def lines = ["GET $path HTTP/1.1", "Host: $server.authority"] + headers.collect { "$it.key: $it.value" }
        (lines.join('\r\n') + '\r\n\r\n').getBytes(ISO_8859_1)
    }

    /** Sends a request, reads its whole answer and returns how long that took, in nanoseconds. */
    long nanosFor(byte[] request) {
        long start = System.nanoTime()
        socket.outputStream.write(request)
        readAnswer()
        System.nanoTime() - start
    }

    private void readAnswer() {
        def status = line()
        assert status.startsWith('HTTP/1.1 200')
        int length = -1
        for (String header = line(); !header.empty; header = line()) {
            if (header.regionMatches(true, 0, 'content-length:', 0, 15)) {
                length = header.substring(15).trim() as int
            }
        }
        if (length >= 0) {
            answers.skipNBytes(length)
        } else {
            readChunks()
        }
    }

    private void readChunks() {
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            answers.skipNBytes(size + 2)
        }
        line()
    }

    private String line() {
        def text = new StringBuilder()
        for (int next = answers.readUnsignedByte(); next != 10; next = answers.readUnsignedByte()) {
            if (next != 13) {
                text.append((char) next)
            }
        }
        text.toString()
    }

    @Override
    void close() {
        socket.close()
    }
}
