package io.armature.engine.db

import io.armature.testing.Database as TestDatabase
import spock.lang.Shared
import spock.lang.Specification

class FinishSpec extends Specification {
    @Shared Database database = new Database(TestDatabase.fresh())

    def setupSpec() {
        database.direct { it.execute('create table item (name text unique)') }
    }

    def cleanup() {
        database.direct { it.execute('delete from item') }
    }

    def 'the last statements, the rows of one of them and the end go together'() {
        given:
        def seen = []
        def told = []

        when:
        database.transaction {
            it.afterCommit { told << names() }
            it.finish([insert('a'), insert('b'), Sql.of('select name from item order by name')], { row -> seen << row.getString(1) })
        }

        then:
        seen == ['a', 'b']
        told == [['a', 'b']]
    }

    def 'nothing is kept of a dry run'() {
        given:
        def seen = []

        when:
        database.transaction {
            it.rollbackOnly()
            it.finish([insert('a'), Sql.of('select name from item')], { row -> seen << row.getString(1) })
        }

        then:
        seen == ['a']
        names() == []
    }

    def 'one refusal undoes all, and the connection is sound afterwards'() {
        when:
        database.transaction { it.finish([insert('a'), insert('b'), insert('a')], {}) }

        then:
        def refused = thrown(DatabaseException)
        refused.state() == '23505'
        names() == []
    }

    private static Sql insert(String name) {
        Sql.of('insert into item values (?)', SqlValue.text(name))
    }

    private List<String> names() {
        database.direct { it.list(Sql.of('select name from item order by name'), { row -> row.getString(1) }) }
    }
}
