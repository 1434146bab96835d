package io.armature.engine.boot

import groovy.json.JsonSlurper
import groovy.sql.Sql
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ShopPack
import io.armature.testing.Database
import io.armature.testing.Slow
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import javax.sql.DataSource
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** A real process, killed at random moments while packs are installed and records written. */
@Slow
class KilledServerSpec extends Specification {
    static final int ROUNDS = 8

    @Shared DataSource database = Database.fresh()
    @Shared Sql sql = new Sql(database)
    @Shared @TempDir Path folder
    @Shared Random random = new Random()
    Process process

    def cleanup() {
        process?.destroyForcibly()
    }

    private Caller start() {
        def file = folder.resolve('server.json')
        Files.deleteIfExists(file)
        def classPath = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        def builder = new ProcessBuilder(
            "${System.getProperty('java.home')}/bin/java".toString(), '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', classPath,
            'io.armature.engine.boot.Main', 'run', '--port', '0', '--data', folder.toString(),
            '--db', Database.url(database), '--packs', 'none')
        builder.environment() << [ARMATURE_DB_USER: 'postgres', ARMATURE_ADMIN_PASSWORD: 'correct horse']
        builder.redirectErrorStream(true).redirectOutput(folder.resolve('server.log').toFile())
        process = builder.start()
        new PollingConditions(timeout: 120, delay: 0.1).eventually {
            assert process.alive
            assert Files.exists(file) && Files.size(file) > 0
        }
        def here = new JsonSlurper().parseText(Files.readString(file))
        new Caller(URI.create(here.url)).withToken(here.token)
    }

    private static int install(Caller caller, int minor) {
        def uploaded = caller.with('Content-Type': 'application/octet-stream').post('/api/packs', ShopPack.archive(minor))
        caller.post('/api/packs/install', [packs: [uploaded.json.digest]]).status
    }

    private int extras() {
        sql.rows("""select attname from pg_attribute where attnum > 0 and not attisdropped and attname like 'extra%'
            and attrelid = to_regclass('tenant_main."shop\$article"')""").size()
    }

    def 'after each kill nothing is half done, and what was acknowledged is there'() {
        given:
        int acknowledged = 0
        List<String> codes = [].asSynchronized()
        def caller = start()
        assert install(caller, 0) == 200

        expect:
        (1..ROUNDS).every { round ->
            def work = Thread.start {
                try {
                    (acknowledged + 1..acknowledged + 50).each { minor ->
                        if (install(caller, minor) == 200) {
                            acknowledged = minor
                        }
                        String code = "r$round-$minor"
                        if (caller.post('/api/shop/article', [code: code, name: 'A']).status == 201) {
                            codes << code
                        }
                    }
                } catch (IOException ignored) {
                    // The server was killed under the request.
                }
            }
            work.join(random.nextInt(3000) + 200)
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS)
            work.join()
            caller = start()
            def packs = caller.get('/api/packs').json.data
            int installed = packs.first().version.tokenize('.')[1] as int
            def fields = caller.get('/api/meta/entities/shop.article').json.fields*.name.findAll { it.startsWith('extra') }
            def kept = sql.rows('select code from tenant_main."shop$article"')*.code
            assert installed >= acknowledged
            assert fields.size() == installed
            assert extras() == installed
            assert kept.containsAll(codes)
            assert caller.post('/api/packs/plan', [action: 'install', packs: ["shop@1.${installed}.0".toString()]]).json.empty
            acknowledged = installed
            true
        }
    }
}
