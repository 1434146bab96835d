package io.armature.engine.identity

import spock.lang.Shared
import spock.lang.Specification

class CommonPasswordsSpec extends Specification {
    @Shared CommonPasswords common = CommonPasswords.load()

    def '#password is one that guessers try first'() {
        expect:
        common.contains(password)

        where:
        password << ['password', 'Password1', 'PASSWORD!!', 'p@ssw0rd', 'P4$$w0rd123', 'Welcome2026', 'azerty123', 'Azertyuiop', 'qwerty12345', '1qaz2wsx',
                     'letmein!', 'iloveyou2', 'Soleil75', 'chocolat1', '12345678', '87654321', 'abcdefgh', 'aaaaaaaa', 'abababab', 'admin1234',
                     'Armature1', 'monkeymonkey', 'Juillet2025', '!!dragon!!']
    }

    def '#password is not'() {
        expect:
        !common.contains(password)

        where:
        password << ['correct horse', 'first password', 'a long enough one', 'measure twice, cut once', 'warm-up-only', 'five-minutes', 'tGh7-kw2Pz', 'Lx9!vQ2m#rT',
                     'trois petits chats', 'Montagne verte en mai', '日本語のパスワード']
    }

    def '#password is the name #name in disguise: #same'() {
        expect:
        common.resembles(password, name) == same

        where:
        password        | name                || same
        'Charlotte1'    | 'charlotte'         || true
        'ch4rl0tte!'    | 'Charlotte'         || true
        'adalovelace99' | 'ada.lovelace'      || true
        'bob12345'      | 'bob'               || false
        'unlike it all' | 'charlotte'         || false
    }
}
