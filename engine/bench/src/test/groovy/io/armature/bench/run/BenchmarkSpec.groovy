package io.armature.bench.run

import io.armature.bench.data.DataSet
import io.armature.bench.load.SocketGenerator
import io.armature.bench.operation.Operation
import io.armature.testing.Slow
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

@Slow
class BenchmarkSpec extends Specification {
    static final String JAVA = Path.of(System.getProperty('java.home'), 'bin', 'java')
    static final List<String> FLAGS = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED']

    def 'measures every operation of both services, without a single error'() {
        given:
        def settings = new Settings(new DataSet(200, 2000), Operation.values() as List, [1, 3], Duration.ofMillis(50),
            Duration.ofMillis(20), 1, Optional.empty(), false)
        def progress = new StringWriter()

        when:
        def results = new Benchmark(settings, commands(), new SocketGenerator(), new PrintWriter(progress)).run()

        then:
        [['hand-written', 'armature'], Operation.values(), [1, 3]].combinations().every { peer, operation, connections ->
            results.median(peer, operation, connections) { it.load().perSecond() }.asDouble > 0
        }
        results.footprints()*.peer() as Set == ['hand-written', 'armature'] as Set

        when:
        def table = new StringWriter()
        new Table(results, new PrintWriter(table)).print(settings)

        then:
        Operation.values().every { table.toString().contains(it.text()) }
    }

    /** As the launcher would, but from the class path of this module: the floor without the engine, and the reverse. */
    private static Commands commands() {
        def own = Path.of('target/classes').toAbsolutePath() as String
        def engine = System.getProperty('java.class.path').tokenize(File.pathSeparator).findAll { !it.startsWith(own) }
        new Commands(
            [JAVA, *FLAGS, '-cp', [own, System.getProperty('bench.floor.libraries')].join(File.pathSeparator)],
            [JAVA, *FLAGS, '-cp', engine.join(File.pathSeparator), 'io.armature.engine.boot.Main'])
    }
}
