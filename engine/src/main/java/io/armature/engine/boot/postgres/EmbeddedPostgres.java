package io.armature.engine.boot.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server in the data folder, reachable from this machine only. One that runs there already is used, be it
 * another process's or left by one that was killed; the last process to close stops it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The only user of the server. */
    public static final String USER = "armature";

    private static final String VERSION = "18";
    private static final int PASSWORD_BYTES = 24;
    private static final long STARTING = TimeUnit.SECONDS.toSeconds(120);
    private static final int STATUS_RUNNING = 0;

    private final Path folder;
    private final Path data;
    private final Path log;
    private final Commands commands;
    private final FileChannel usersChannel;
    private final Promise promise;
    private FileLock inUse;

    private EmbeddedPostgres(Path folder, Promise promise) throws IOException {
        this.folder = folder;
        this.promise = promise;
        this.data = folder.resolve("data");
        this.log = folder.resolve("server.log");
        Path programs = folder.resolve("programs-" + VERSION);
        this.commands = new Commands(programs);
        this.usersChannel = open(folder.resolve("users.lock"));
        try (FileChannel starting = open(folder.resolve("start.lock"));
                FileLock alone = starting.lock()) {
            PostgresPrograms.unpack(programs);
            initialise();
            start();
            this.inUse = usersChannel.lock(0, Long.MAX_VALUE, true);
        }
    }

    /**
     * Starts the server, or finds it running.
     *
     * @param folder absolute; made when it is not there
     */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, Promise.DURABLE);
    }

    /**
     * Starts a server whose data nobody wants again.
     *
     * @param folder absolute; deleted by the caller
     */
    public static EmbeddedPostgres startForOnce(Path folder) {
        return start(folder, Promise.NONE);
    }

    private static EmbeddedPostgres start(Path folder, Promise promise) {
        try {
            Files.createDirectories(folder);
            return new EmbeddedPostgres(folder, promise);
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL cannot be started in " + folder, failed);
        }
    }

    /** The JDBC address. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + read("port") + "/postgres";
    }

    public String password() {
        return read("password");
    }

    /** Stops the server unless another process uses it. */
    @Override
    public void close() {
        try (FileChannel starting = open(folder.resolve("start.lock"));
                FileLock alone = starting.lock()) {
            inUse.release();
            FileLock last = usersChannel.tryLock();
            if (last != null) {
                commands.status(log, "pg_ctl", "-D", data.toString(), "-m", promise.stop(), "-w", "stop");
                last.release();
            }
            usersChannel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL cannot be stopped in " + folder, failed);
        }
    }

    private void initialise() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            requireVersion();
            return;
        }
        byte[] password = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(password);
        write("password", HexFormat.of().formatHex(password));
        Path half = folder.resolve("data.half");
        Folders.delete(half);
        commands.run(
                log,
                "initdb",
                "--pgdata=" + half,
                "--username=" + USER,
                "--pwfile=" + folder.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions");
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireVersion() throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(VERSION)) {
            throw new IOException("The data in " + data + " is PostgreSQL " + version + "'s, and this is " + VERSION
                    + ": back it up with the former release and restore it here");
        }
    }

    private void start() throws IOException {
        if (commands.status(log, "pg_ctl", "-D", data.toString(), "status") == STATUS_RUNNING) {
            return;
        }
        write("port", String.valueOf(freePort()));
        commands.run(
                log,
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                String.valueOf(STARTING),
                "-o",
                options(),
                "start");
    }

    private String options() {
        return String.join(
                " ",
                List.of(
                        "-p " + read("port"),
                        "-c listen_addresses=127.0.0.1",
                        "-c unix_socket_directories=''",
                        "-c shared_buffers=128MB",
                        "-c work_mem=16MB",
                        "-c maintenance_work_mem=128MB",
                        "-c max_connections=200",
                        // installing packs with thousands of tables holds as many locks until the commit
                        "-c max_locks_per_transaction=256",
                        "-c max_wal_size=1GB",
                        "-c random_page_cost=1.1",
                        "-c jit=off",
                        "-c timezone=UTC",
                        "-c log_timezone=UTC",
                        promise.settings()));
    }

    /** The port of last time if it is still free, else any. */
    private int freePort() throws IOException {
        int last = Files.exists(folder.resolve("port")) ? Integer.parseInt(read("port")) : 0;
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), last));
            return socket.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return any.getLocalPort();
            }
        }
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + folder.resolve(file), unreadable);
        }
    }

    /** Writes a file that only its owner can read. */
    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, text);
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
