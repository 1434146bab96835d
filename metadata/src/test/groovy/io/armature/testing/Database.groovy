package io.armature.testing

import groovy.transform.CompileStatic
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.nio.file.Files
import java.nio.file.Path
import java.sql.Connection
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import java.util.function.Consumer
import javax.sql.DataSource

/**
 * One embedded PostgreSQL per JVM, started by the first spec that asks, and databases in it by the dozen:
 * a template is prepared once, and each fresh database is a copy of it, made in some ten milliseconds.
 * Server and (by surefire's user.timezone, which the driver hands on) sessions are in a zone that is neither UTC nor
 * whole hours, so that a forgotten time zone shows.
 */
@CompileStatic
final class Database {
    private static final Map<String, Boolean> PREPARED = new ConcurrentHashMap<>()
    private static final AtomicInteger COUNT = new AtomicInteger()

    private Database() {}

    /** An empty database. */
    static DataSource fresh() {
        copyOf('template1')
    }

    /** A copy of the named template, which the given step fills when it is first asked for. */
    static DataSource fresh(String template, Consumer<DataSource> prepare) {
        PREPARED.computeIfAbsent(template) { String name ->
            execute("create database \"$name\"")
            prepare.accept(source(name))
            true
        }
        copyOf(template)
    }

    /** The JDBC address of a database made here, for what takes an address and not a DataSource. */
    static String url(DataSource database) {
        database.connection.withCloseable { it.metaData.URL }
    }

    private static DataSource copyOf(String template) {
        String name = "spec_${COUNT.incrementAndGet()}"
        execute("create database \"$name\" template \"$template\"")
        source(name)
    }

    private static DataSource source(String name) {
        Server.RUNNING.getDatabase('postgres', name)
    }

    private static void execute(String sql) {
        Server.RUNNING.postgresDatabase.connection.withCloseable { connection ->
            connection.createStatement().withCloseable { it.execute(sql) }
        }
    }

    /** Started when first touched, stopped with the JVM and deleted after it. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = EmbeddedPostgres.builder()
            .setRegisterShutdownHook(false)
            .setCleanDataDirectory(false)
            .setServerConfig('timezone', 'Asia/Kolkata')
            .setServerConfig('fsync', 'off')
            .setServerConfig('synchronous_commit', 'off')
            .setServerConfig('full_page_writes', 'off')
            .setServerConfig('max_connections', '200')
            .start()

        static {
            def data = Path.of(RUNNING.postgresDatabase.connection.withCloseable { show(it, 'data_directory') })
            Runtime.runtime.addShutdownHook(new Thread({ -> end(data) } as Runnable))
        }

        private static String show(Connection connection, String setting) {
            def shown = connection.createStatement().executeQuery("show $setting")
            shown.next()
            shown.getString(1)
        }

        /** At once, for nothing of it is needed again; its many files go while others work on. */
        private static void end(Path data) {
            def server = ProcessHandle.of(Files.readAllLines(data.resolve('postmaster.pid')).first() as long).orElseThrow()
            new ProcessBuilder('kill', '-QUIT', server.pid() as String).start().waitFor()
            server.onExit().get(10, TimeUnit.SECONDS)
            new ProcessBuilder('rm', '-rf', data.toString()).start()
        }
    }
}
