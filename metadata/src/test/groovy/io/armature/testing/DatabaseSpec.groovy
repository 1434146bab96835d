package io.armature.testing

import groovy.sql.Sql
import spock.lang.Specification

class DatabaseSpec extends Specification {
    def 'a template is prepared once and each copy stands alone'() {
        given:
        int prepared = 0
        def copy = {
            new Sql(Database.fresh('numbers') { source ->
                prepared++
                new Sql(source).execute('create table number as select 1 as n')
            })
        }

        when:
        def first = copy()
        def second = copy()
        first.execute('insert into number values (2)')

        then:
        prepared == 1
        first.firstRow('select count(*) as n from number').n == 2
        second.firstRow('select count(*) as n from number').n == 1
    }

    def 'sessions are not in UTC'() {
        expect:
        new Sql(Database.fresh()).firstRow('show timezone').TimeZone == 'Asia/Kolkata'
    }
}
