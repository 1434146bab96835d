package io.armature.engine.query

import groovy.sql.Sql
import io.armature.engine.query.read.PackedText
import io.armature.engine.query.sql.Encoding
import io.armature.testing.Database
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Values as PostgreSQL sends them become the text that it would have written. */
class PackedTextSpec extends Specification {
    @Shared @AutoCleanup sql = new Sql(Database.fresh('packed') {})

    def 'a #encoding of #value'() {
        when:
        def row = sql.firstRow("select $send($value::text::$type) as packed, $written as text".toString())

        then:
        new String(PackedText.of(encoding, row.packed as byte[])) == row.text

        where:
        [encoding, send, type, value, written] << cases()
    }

    private static List<List> cases() {
        def dates = ['2026-11-21', '2000-01-01', '1999-12-31', '0001-01-01', '9999-12-31', '2024-02-29', '1900-03-01', 'infinity', '-infinity']
        def times = ['2026-11-21 20:05:53.859772+00', '2000-01-01 00:00:00+00', '1999-12-31 23:59:59.999999+00', '1969-12-31 23:59:59.5+00',
                     '0001-01-01 00:00:00+00', '9999-12-31 23:59:59.1+00', '2026-03-29 02:30:00+05:30', '2026-01-01 10:00:00.000100+00']
        dates.collect { [Encoding.PACKED_DATE, 'date_send', 'date', "'$it'", "'$it'::date::text"] } +
            times.collect { [Encoding.PACKED_MOMENT, 'timestamptz_send', 'timestamptz', "'$it'", "replace(('$it'::timestamptz at time zone 'UTC')::text, ' ', 'T') || 'Z'"] } +
            ['01900001-0000-7000-8000-00000003abcd', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '00000000-0000-0000-0000-000000000000']
                .collect { [Encoding.PACKED_ID, 'uuid_send', 'uuid', "'$it'", "'$it'::uuid::text"] }
    }
}
