package io.armature.engine.db

import com.fasterxml.jackson.databind.node.JsonNodeFactory
import io.armature.testing.Database as TestDatabase
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import spock.lang.Shared
import spock.lang.Specification

class DatabaseSpec extends Specification {
    @Shared Database database = new Database(TestDatabase.fresh())

    def setupSpec() {
        database.direct { it.execute('create table item (name text unique)') }
    }

    def cleanup() {
        database.direct { it.execute('delete from item') }
    }

    def 'what a transaction did is kept when it returns, and then told'() {
        given:
        def told = []

        when:
        database.transaction {
            it.afterCommit { told << count() }
            it.update(Sql.of('insert into item values (?)', SqlValue.text('a')))
        }

        then:
        told == [1]
    }

    def 'nothing is kept or told when the work #how'() {
        given:
        def told = []

        when:
        try {
            database.transaction {
                it.afterCommit { told << 'never' }
                it.update(Sql.of('insert into item values (?)', SqlValue.text('a')))
                end(it)
            }
        } catch (IllegalStateException | DatabaseException expected) {
            told.addAll(expected.message.contains('never') ? ['wrong'] : [])
        }

        then:
        count() == 0
        told.empty

        where:
        how               | end
        'throws'          | { Transaction it -> throw new IllegalStateException('no') }
        'is a dry run'    | { Transaction it -> it.rollbackOnly() }
        'is refused'      | { Transaction it -> it.execute('select 1/0') }
    }

    def 'a nested part fails alone'() {
        when:
        database.transaction { transaction ->
            transaction.update(Sql.of("insert into item values ('a')"))
            try {
                transaction.nested {
                    it.update(Sql.of("insert into item values ('b')"))
                    it.update(Sql.of("insert into item values ('a')"))
                }
            } catch (DatabaseException refused) {
                assert refused.state() == '23505'
                assert refused.constraint().get() == 'item_name_key'
                assert refused.isClass('23')
            }
            transaction.update(Sql.of("insert into item values ('c')"))
        }

        then:
        database.direct { it.list(Sql.of('select name from item order by name'), { row -> row.getString(1) }) } == ['a', 'c']
    }

    def 'a #type goes there and back'() {
        expect:
        database.direct { it.one(Sql.of("select ${cast}::text" as String, new SqlValue(value, type)), { row -> row.getString(1) }) } == text

        and: 'null too'
        database.direct { it.one(Sql.of("select ${cast} is null" as String, new SqlValue(null, type)), { row -> row.getBoolean(1) }) }

        where:
        type                       | value                                         | text
        'text'                     | "it's ?"                                      | "it's ?"
        'bigint'                   | 9_007_199_254_740_993L                        | '9007199254740993'
        'numeric'                  | 0.10g                                         | '0.10'
        'boolean'                  | true                                          | 'true'
        'date'                     | LocalDate.parse('2026-02-28')                 | '2026-02-28'
        'time without time zone'   | LocalTime.parse('23:59:59.123456')            | '23:59:59.123456'
        'timestamp with time zone' | Instant.parse('2026-01-01T00:00:00.123456Z')  | '2026-01-01 05:30:00.123456+05:30'
        'interval'                 | Duration.ofHours(-72)                         | '-72:00:00'
        'jsonb'                    | JsonNodeFactory.instance.objectNode().put('a', 1) | '{"a": 1}'
        'jsonb'                    | '[1]'                                         | '[1]'
        'uuid'                     | UUID.fromString('01890a5d-ac96-774b-bcce-b302099a8057') | '01890a5d-ac96-774b-bcce-b302099a8057'
        'text[]'                   | ['a,b', 'c"d', 'NULL']                        | '{"a,b","c\\"d","NULL"}'
        'uuid[]'                   | [UUID.fromString('01890a5d-ac96-774b-bcce-b302099a8057')] | '{01890a5d-ac96-774b-bcce-b302099a8057}'
        'date[]'                   | [LocalDate.parse('2026-02-28')]               | '{2026-02-28}'
        'timestamp with time zone[]' | [Instant.parse('2026-01-01T00:00:00Z')]     | '{"2026-01-01 05:30:00+05:30"}'
        'bigint[]'                 | [1L, 2L]                                      | '{1,2}'
        cast = "?::$type"
    }

    private long count() {
        database.direct { it.one(Sql.of('select count(*) from item'), { row -> row.getLong(1) }) }
    }
}
