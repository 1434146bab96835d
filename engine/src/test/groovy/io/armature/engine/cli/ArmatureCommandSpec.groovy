package io.armature.engine.cli

import groovy.json.JsonSlurper
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.TempDir

class ArmatureCommandSpec extends ServerSpecification {
    @Shared @TempDir Path folder

    private run(Object... arguments) {
        def out = new StringWriter()
        def err = new StringWriter()
        def line = ArmatureCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        int status = ArmatureCommand.execute(line, arguments*.toString() as String[])
        [status: status, out: out.toString(), err: err.toString()]
    }

    private json(Object... arguments) {
        new JsonSlurper().parseText(run(*arguments, '--json').out)
    }

    private Path shop(int minor, Map<String, String> more = [:]) {
        def shop = Files.createDirectories(folder.resolve("v$minor-${more.hashCode()}").resolve('shop'))
        ShopPack.files(minor, more).each { path, bytes ->
            Files.createDirectories(shop.resolve(path).parent)
            Files.write(shop.resolve(path), bytes)
        }
        shop
    }

    def 'a new pack is sound, can be built and verified, and builds to the same bytes'() {
        given:
        def pack = folder.resolve('library')
        def first = folder.resolve('first.pack')
        def second = folder.resolve('second.pack')

        expect:
        run('pack', 'new', pack).status == 0
        run('pack', 'check', pack).status == 0
        run('pack', 'build', pack, '-o', first).status == 0
        run('pack', 'build', pack, '-o', second).status == 0
        Files.readAllBytes(first) == Files.readAllBytes(second)
        json('pack', 'verify', first).pack == 'library'
    }

    def 'problems of several packs are told with the folder of each'() {
        given:
        def pack = shop(0, ['entities/bad.yaml': 'title: Bad\nfields:\n  a: { type: link, to: shop.nix }\n'])
        def other = folder.resolve('other')
        run('pack', 'new', other)

        expect:
        run('pack', 'check', other, pack).out.contains("$pack/entities/bad.yaml:3:")
    }

    def 'problems are told with file, line and column, and the status is 1'() {
        given:
        def pack = shop(0, ['entities/bad.yaml': 'title: Bad\nfields:\n  a: { type: link, to: shop.nix }\n'])

        when:
        def result = run('pack', 'check', pack)

        then:
        result.status == 1
        result.out.contains('entities/bad.yaml:3:')
        result.out.contains('AR-210')
    }

    def 'wrong usage has status 2: #arguments'() {
        expect:
        run(*arguments).status == 2

        where:
        arguments << [['pack'], ['pack', 'check'], ['nonsense'], ['tenant'], ['pack', 'list', '--nonsense']]
    }

    def 'without a server a command says so'() {
        when:
        def result = run('pack', 'list', '--data', folder.resolve('nowhere'))

        then:
        result.status == 1
        result.err.contains('armature run')
    }

    def 'packs are installed from a folder, by the server that runs on the data folder'() {
        given:
        def here = ['--data', server.folder]

        expect:
        run('pack', 'plan', shop(1), *here).out.contains('install shop 1.1.0')
        run('pack', 'install', shop(1), *here).status == 1
        run('pack', 'install', shop(1), '--yes', *here).status == 0
        json('pack', 'list', *here).data*.version == ['1.1.0']
        run('pack', 'upgrade', shop(2), '--yes', *here).status == 0
        run('pack', 'install', shop(1), '--yes', '--allow-destructive', *here).status == 0
        run('pack', 'deactivate', 'shop', '--yes', *here).status == 0
        run('pack', 'activate', 'shop', '--yes', *here).status == 0
        run('pack', 'uninstall', 'shop', '--yes', *here).status == 0
        json('pack', 'list', *here).data == []
    }

    def 'a folder that is not there is named: #path'() {
        expect:
        with(run('pack', 'install', path, '--data', server.folder)) {
            status == 1
            err.contains("There is no folder or archive $path.")
        }

        where:
        path << ['./nowhere', 'packs/nowhere', 'nowhere.pack']
    }

    def 'users, tokens and tenants are made from the machine itself'() {
        given:
        def here = ['--data', server.folder]

        when:
        def user = json('user', 'add', 'eve', '--role', 'administrator', *here)
        def token = run('token', 'create', '--user', 'eve', *here).out.strip()
        def tenant = json('tenant', 'create', 'north', *here)

        then:
        user.password
        caller.withToken(token).get('/api/auth/me').json.username == 'eve'
        json('tenant', 'list', *here).data*.name.contains('north')
        caller.with('X-Tenant': 'north').post('/api/auth/login', [username: 'admin', password: tenant.password]).status == 200
        run('user', 'add', 'eve', *here).status == 1
        run('user', 'password', 'nobody', *here).status == 1
    }
}
