package io.armature.engine.vault

import groovy.sql.Sql as Query
import io.armature.engine.db.Database
import io.armature.engine.db.Signals
import io.armature.engine.tenant.SchemaMigrations
import io.armature.engine.tenant.Tenant
import io.armature.metadata.problem.ProblemException
import io.armature.testing.Database as TestDatabase
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import javax.sql.DataSource
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class VaultSpec extends Specification {
    static final Tenant ONE = Tenant.named('one', [] as Set)
    static final Tenant TWO = Tenant.named('two', [] as Set)

    @Shared DataSource source = TestDatabase.fresh('vault') { made ->
        [ONE, TWO].each { new SchemaMigrations(made).migrateTenant(it.schema()) }
    }
    @Shared @TempDir Path folder

    private Vault vault(MasterKeys masters = MasterKeys.of(Optional.empty(), folder)) {
        new Vault(new Database(source), masters, new Signals(source))
    }

    def 'what was sealed opens again, on another node with the same master key'() {
        given:
        String sealed = vault().seal(ONE, 'sys.webhook.secret', 'geheim')

        expect:
        !sealed.contains('geheim')
        Vault.isSealed(sealed)
        vault().open(ONE, 'sys.webhook.secret', sealed) == 'geheim'
    }

    def 'the same secret is never sealed to the same text'() {
        expect:
        vault().seal(ONE, 'a', 'x') != vault().seal(ONE, 'a', 'x')
    }

    def 'what was sealed does not open #how'() {
        given:
        String sealed = vault().seal(ONE, 'a', 'geheim')

        when:
        vault(masters.call(folder)).open(tenant, purpose, change.call(sealed))

        then:
        def refused = thrown(ProblemException)
        refused.problems().first().code().id() == 'AR-110'
        !refused.message.contains('geheim')

        where:
        how                         | tenant | purpose | change                  | masters
        'for another purpose'       | ONE    | 'b'     | { it }                  | { MasterKeys.of(Optional.empty(), it) }
        'for another tenant'        | TWO    | 'a'     | { it }                  | { MasterKeys.of(Optional.empty(), it) }
        'when it was changed'       | ONE    | 'a'     | { it[0..-2] + (it[-1] == 'A' ? 'B' : 'A') + 'A' } | { MasterKeys.of(Optional.empty(), it) }
        'when it is no sealed text' | ONE    | 'a'     | { 'geheim' }            | { MasterKeys.of(Optional.empty(), it) }
        'with another master key'   | ONE    | 'a'     | { it }                  | { MasterKeys.of(Optional.of(Base64.encoder.encodeToString(('x' * 32).bytes)), it) }
    }

    def 'the key file can be read by its owner only, and is made once'() {
        when:
        def first = MasterKeys.of(Optional.empty(), folder).current()
        def second = MasterKeys.of(Optional.empty(), folder).current()

        then:
        first == second
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve('master.key'))) == 'rw-------'
    }

    def 'no key is told by its text'() {
        expect:
        MasterKeys.of(Optional.empty(), folder).current().toString() ==~ /master key [0-9a-f]{16}/
    }

    def 'a new master key wraps what the one before has wrapped'() {
        given:
        def masters = MasterKeys.of(Optional.empty(), folder)
        def keys = new DataKeys(new Database(source), masters, new Signals(source))
        def mine = new Vault(keys)
        String sealed = mine.seal(TWO, 'a', 'geheim')
        def first = masters.current()

        when:
        masters.grow()
        int rewrapped = new Database(source).transaction { keys.rewrap(it, TWO) }

        then:
        rewrapped >= 1
        masters.current() != first
        new Query(source).rows('select distinct master from tenant_two."sys$data_key"')*.master == [masters.current().id()]
        vault(MasterKeys.of(Optional.of(masters.current().text()), folder)).open(TWO, 'a', sealed) == 'geheim'
    }
}
