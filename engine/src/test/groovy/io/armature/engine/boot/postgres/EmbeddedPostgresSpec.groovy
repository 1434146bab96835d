package io.armature.engine.boot.postgres

import groovy.sql.Sql
import io.armature.testing.Slow
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Shared
import spock.lang.Specification

@Slow
class EmbeddedPostgresSpec extends Specification {
    @Shared folder = Files.createTempDirectory('armature-postgres')

    def cleanupSpec() {
        folder.toFile().deleteDir()
    }

    private static Sql connect(EmbeddedPostgres postgres) {
        Sql.newInstance(postgres.url(), EmbeddedPostgres.USER, postgres.password(), 'org.postgresql.Driver')
    }

    def 'data and port outlive the server'() {
        given:
        def first = EmbeddedPostgres.start(folder)
        String url = first.url()
        connect(first).withCloseable { it.execute('create table kept as select 42 as n') }

        when: 'the only user leaves'
        first.close()
        connect(first)

        then: 'it has stopped'
        thrown(java.sql.SQLException)

        when:
        def second = EmbeddedPostgres.start(folder)

        then:
        second.url() == url
        connect(second).withCloseable { it.firstRow('select n from kept').n } == 42

        cleanup:
        second?.close()
    }

    def 'what is for once waits for no disk, what is kept does, and both stop: #how'() {
        given:
        def postgres = started(Files.createDirectory(folder.resolve(how)))

        expect:
        connect(postgres).withCloseable { sql -> ['fsync', 'synchronous_commit', 'full_page_writes'].collect { sql.firstRow("show $it".toString())[0] } } == settings

        when:
        postgres.close()
        connect(postgres)

        then:
        thrown(java.sql.SQLException)

        where:
        how        | started                                              | settings
        'for once' | { Path it -> EmbeddedPostgres.startForOnce(it) } | ['off', 'off', 'off']
        'kept'     | { Path it -> EmbeddedPostgres.start(it) }        | ['on', 'on', 'on']
    }

    def 'the password is for the owner only, and nobody gets in without it'() {
        given:
        def postgres = EmbeddedPostgres.start(folder)

        expect:
        Files.getPosixFilePermissions(folder.resolve('password')) == PosixFilePermissions.fromString('rw-------')

        when:
        Sql.newInstance(postgres.url(), EmbeddedPostgres.USER, 'guess', 'org.postgresql.Driver')

        then:
        thrown(java.sql.SQLException)

        cleanup:
        postgres.close()
    }
}
