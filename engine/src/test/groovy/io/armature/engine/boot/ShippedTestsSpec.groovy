package io.armature.engine.boot

import io.armature.engine.boot.trial.PackTrials
import io.armature.engine.boot.trial.TrialText
import io.armature.engine.pack.ShippedPacks
import io.armature.testing.Slow
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The packs that ship keep what their tests promise. */
@Slow
class ShippedTestsSpec extends Specification {
    @Shared @AutoCleanup ThrowAwayEngine engine = ThrowAwayEngine.start()
    @Shared ShippedPacks shipped = new ShippedPacks(Optional.of(Path.of('../module-packs')))

    def 'the tests of #pack hold'() {
        given:
        def archive = shipped.read(pack)
        def required = new RequiredPacks(shipped.names().collect { shipped.read(it) }).of(archive)

        when:
        def outcomes = new PackTrials(engine).run(archive, required, { true }, {})

        then:
        outcomes.findAll { !it.holds() }.collect { TrialText.of(it) }.join('\n') == ''
        outcomes.size() > 0

        where:
        pack << new ShippedPacks(Optional.of(Path.of('../module-packs'))).names()
    }
}
