package io.armature.bench.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service that runs as a process of its own. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final long BETWEEN_TRIES = 10;

    private final Process process;
    private final int port;
    private final Duration startedWithin;

    private ServiceProcess(Process process, int port, Duration startedWithin) {
        this.process = process;
        this.port = port;
        this.startedWithin = startedWithin;
    }

    /**
     * Starts a service and waits for its first good answer.
     *
     * @param ready a path that is answered with 200 as soon as the service can work
     * @param log where its output goes
     * @throws IOException when it ends, or gives no good answer for a long time
     */
    public static ServiceProcess start(
            List<String> command, Map<String, String> environment, int port, String ready, Path log)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process process = builder.start();
        Client client = new Client(port);
        while (!client.answers(ready)) {
            boolean late = System.nanoTime() - begin > PATIENCE.toNanos();
            if (late || ended(process, BETWEEN_TRIES)) {
                process.destroyForcibly();
                throw new IOException("The service does not start. Its last words: " + Files.readString(log));
            }
        }
        return new ServiceProcess(process, port, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** A port of this machine that nobody uses now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public long process() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    /** From the start of the process to the first good answer. */
    public Duration startedWithin() {
        return startedWithin;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        if (!ended(process, PATIENCE.toMillis())) {
            process.destroyForcibly();
        }
    }

    private static boolean ended(Process process, long milliseconds) throws IOException {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
