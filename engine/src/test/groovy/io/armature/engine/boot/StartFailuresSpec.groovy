package io.armature.engine.boot

import io.armature.engine.cli.ArmatureCommand
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class StartFailuresSpec extends Specification {
    @TempDir Path folder

    def 'a server that cannot start says what to do, without a stack trace: #what'() {
        given:
        def err = new StringWriter()
        def line = ArmatureCommand.commandLine().addSubcommand(new RunCommand())
            .setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err))

        when:
        int status = ArmatureCommand.execute(line, ['run', '--port', '0', '--data', folder.toString(), '--db', database] as String[])

        then:
        status == 1
        err.toString().contains('AR-640')
        err.toString().contains('ARMATURE_DB_URL')
        !err.toString().contains('\tat ')
        !err.toString().contains('hidden')

        where:
        what                        | database
        'nobody listens'            | 'jdbc:postgresql://127.0.0.1:1/armature?user=a&password=hidden'
        'an address of another kind' | 'mysql://localhost/armature?password=hidden'
    }

    def 'it says how it is started'() {
        given:
        def out = new StringWriter()
        def line = ArmatureCommand.commandLine().addSubcommand(new RunCommand()).setOut(new PrintWriter(out))

        expect:
        ArmatureCommand.execute(line, ['run', '--help'] as String[]) == 0
        out.toString().contains('--watch')
    }

    def 'a port that is taken is named'() {
        given:
        def options = new ServerOptions(8080, folder, Optional.empty(), Optional.empty(), false, [], Optional.empty())

        expect:
        StartFailures.explain(new IllegalStateException('no', new BindException('in use')), options).message == 'Port 8080 is taken.'
    }
}
