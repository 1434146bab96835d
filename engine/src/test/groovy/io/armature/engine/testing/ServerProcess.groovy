package io.armature.engine.testing

import groovy.json.JsonSlurper
import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** A node in a process of its own, which can be killed, or stopped for a while as a machine that stalls. */
@CompileStatic
final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180)
    private final String url
    private final Map<String, String> environment
    private final Path folder
    private final String packs
    /** Starts soon, and never gets as fast as servers do. */
    List<String> compilers = ['-XX:TieredStopAtLevel=1']
    private Process process
    /** Its owner, known once it started. */
    volatile Caller caller

    /** @param packs names, folders or archives to install at the start, separated by commas */
    ServerProcess(String url, Map<String, String> environment, Path folder, String packs = 'none') {
        this.url = url
        this.environment = environment
        this.folder = Files.createDirectories(folder)
        this.packs = packs
        Files.writeString(folder.resolve('master.key'), TestServer.MASTER_KEY)
    }

    /** Starts it, and waits until it answers. */
    void start() {
        launch()
        def file = folder.resolve('server.json')
        long until = System.nanoTime() + PATIENCE
        while (!Files.exists(file) || Files.size(file) == 0L) {
            if (!process.alive) {
                // The database may have been away for too long: whoever keeps servers running starts it anew.
                launch()
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The server did not start:\n${log}")
            }
            process.waitFor(50, TimeUnit.MILLISECONDS)
        }
        def here = (Map) new JsonSlurper().parseText(Files.readString(file))
        caller = new Caller(URI.create(here.url as String)).withToken(here.token as String)
    }

    private void launch() {
        Files.deleteIfExists(folder.resolve('server.json'))
        def classPath = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        def builder = new ProcessBuilder(["${System.getProperty('java.home')}/bin/java".toString(), '-XX:+UseSerialGC'] + compilers + ['-Xmx512m',
            '--enable-native-access=ALL-UNNAMED', '-cp', classPath,
            'io.armature.engine.boot.Main', 'run', '--port', '0', '--data', folder.toString(), '--db', url, '--packs', packs])
        builder.environment().putAll([ARMATURE_ADMIN_PASSWORD: TestServer.PASSWORD] + environment)
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve('server.log').toFile()))
        process = builder.start()
    }

    String getLog() {
        Files.readString(folder.resolve('server.log'))
    }

    /** What each of its threads is doing. */
    String threads() {
        def asked = new ProcessBuilder("${System.getProperty('java.home')}/bin/jcmd".toString(), process.pid() as String, 'Thread.print')
            .redirectErrorStream(true).start()
        asked.inputStream.text
    }

    /** As if the power failed. */
    void kill() {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS)
    }

    /** Stops it where it is, until it {@link #goOn goes on}. */
    void stall() {
        signal('STOP')
    }

    void goOn() {
        signal('CONT')
    }

    private void signal(String name) {
        new ProcessBuilder('kill', "-$name".toString(), process.pid() as String).inheritIO().start().waitFor()
    }

    @Override
    void close() {
        process?.destroyForcibly()
    }
}
