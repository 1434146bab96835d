package io.armature.engine.query.read

import groovy.sql.Sql
import io.armature.engine.db.AccentedText
import io.armature.testing.Database
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class WordPatternSpec extends Specification {
    @Shared @AutoCleanup Sql sql = new Sql(Database.fresh().connection)

    def 'the word #word is found in #text: #found'() {
        expect:
        sql.firstRow("select text ilike ? or ${AccentedText.in('text')} and text ~* ? as found from (select ?::text as text)" as String,
            [WordPattern.plain(word), WordPattern.accented(word), text]).found == found

        where:
        word      | text            || found
        'lyon'    | 'LYON'          || true
        'lyón'    | 'Lyon'          || true
        'elodie'  | 'Élodie'        || true
        'ÉLODIE'  | 'elodie'        || true
        'erdős'   | 'Paul ERDŐS'    || true
        'erdös'   | 'Erdős'         || false
        'bartok'  | 'Bartók Ő'      || true
        '100%'    | '100% cotton'   || true
        '100%'    | '1000 cottons'  || false
        '100%'    | '100% coton é'  || true
        'a_b'     | 'axb'           || false
        'a_b'     | 'axb é'         || false
        'c:\\d'   | 'C:\\DOS'       || true
        '(x+'     | 'f(x+1) é'      || true
        'москва'  | 'Город МОСКВА'  || true
        '日本'     | '日本語'          || true
        '😀'      | 'smile 😀'       || true
        "' or 1"  | "x' or 1 = 1"   || true
    }
}
