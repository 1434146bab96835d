package io.armature.engine.identity

import spock.lang.Specification

class AccountNameSpec extends Specification {

    def '#name is a name that one can tell from others: #plain'() {
        expect:
        AccountName.isPlain(name) == plain

        where:
        name               || plain
        'ada'              || true
        'Ada Lovelace'     || true
        'ada.l@example.org' || true
        'EXAMPLE\\ada'     || true
        'Müller-Lüdenscheidt' || true
        'Ελένη'            || true
        'Анна 2'           || true
        '山田 太郎'          || true
        'やまだ Taro'        || true
        'עדה'              || true
        ' ada'             || false
        'ada '             || false
        'ada  l'           || false
        'ada\tl'           || false
        'ada\nl'           || false
        'ada\u00a0l'       || false
        'ada\u200b'        || false
        'a\u202eb'         || false
        'ada\u00ad'        || false
        'аdа'              || false
        'αda'              || false
        'ａｄａ'             || false
        'Mu\u0308ller'     || false
        'ad\ud800'         || false
        'ad\ue000'         || false
    }
}
