package io.armature.engine.testing

import groovy.transform.CompileStatic
import io.armature.engine.boot.postgres.EmbeddedPostgres
import java.nio.file.Files
import java.nio.file.Path
import java.sql.DriverManager
import java.sql.SQLException
import java.util.concurrent.TimeUnit

/** A PostgreSQL that keeps what it promised on disk, and can be killed. */
@CompileStatic
final class PostgresProcess implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60)
    private final Path folder
    private final Path data
    private final EmbeddedPostgres server
    final String url
    final String password
    /** How it was started. */
    private final List<String> command

    PostgresProcess(Path folder) {
        this.folder = folder.toAbsolutePath()
        data = this.folder.resolve('data')
        server = EmbeddedPostgres.start(this.folder)
        url = server.url()
        password = server.password()
        command = options(Files.readString(data.resolve('postmaster.opts')))
    }

    static String getUser() { EmbeddedPostgres.USER }

    private static List<String> options(String line) {
        def words = line.strip()
        def program = words.substring(0, words.indexOf(' '))
        [program] + (words =~ /"([^"]*)"/).collect { List groups -> groups[1] as String }
    }

    /** Kills its main process; the others end when they see it. */
    void kill() {
        long pid = Files.readAllLines(data.resolve('postmaster.pid')).first() as long
        ProcessHandle.of(pid).ifPresent { ProcessHandle process ->
            process.destroyForcibly()
            process.onExit().get(10, TimeUnit.SECONDS)
        }
    }

    /** Kills one of its processes that serve connections: it ends the others and recovers by itself. */
    void killBackend() {
        try (def connection = connect()) {
            def found = connection.createStatement().executeQuery(
                "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by random() limit 1")
            if (found.next()) {
                ProcessHandle.of(found.getLong(1)).ifPresent { it.destroyForcibly() }
            }
        }
    }

    /** Starts it again, and waits until it takes connections. */
    void start() {
        long until = System.nanoTime() + PATIENCE
        Process process = launch()
        while (!answers()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("PostgreSQL did not start:\n${Files.readString(folder.resolve('server.log'))}")
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                // Processes of the former one may not be gone yet.
                process = launch()
            }
        }
    }

    private Process launch() {
        def prefix = System.getProperty('user.name') == 'root' ? ['unshare', '--user'] : []
        def builder = new ProcessBuilder(prefix + command).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve('server.log').toFile()))
        builder.environment().put('LC_ALL', 'C')
        builder.start()
    }

    private boolean answers() {
        try {
            connect().close()
            true
        } catch (SQLException away) {
            false
        }
    }

    private java.sql.Connection connect() {
        DriverManager.getConnection(url, user, password)
    }

    @Override
    void close() {
        server.close()
    }
}
